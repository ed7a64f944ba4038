import { MaybeTime, Shown, Text, Time } from '../../api/fields.js';
import { SIGNING_ALGS } from '../../protocol/jose-algs.js';

/** A signing key, as the API shows it. Nothing of it is secret. */
export class KeyResource {
  @Text kid!: string;
  @Shown({ enum: SIGNING_ALGS }) alg!: string;
  @Shown({ enum: ['next', 'active', 'retired', 'revoked'] }) state!: string;
  @Time('Since when it is published') created_at!: string;
  @MaybeTime('Since when it signs, or from when it will') signs_from!: string | null;
  @MaybeTime('Until when it signs or signed, if that is known') signs_until!: string | null;
  @MaybeTime('Until when clients can find it') published_until!: string | null;
  @MaybeTime('When it is forgotten') gone_at!: string | null;
}
