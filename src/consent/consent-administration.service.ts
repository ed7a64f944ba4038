import { Injectable } from '@nestjs/common';
import { InjectRepository } from '@nestjs/typeorm';
import type { Repository, SelectQueryBuilder } from 'typeorm';
import { type KeysetPage, keysetPage } from '../sql/keyset.js';
import { GrantService } from '../token/grant.service.js';
import { type IssuedFilter, LISTED_CLIENT, LISTED_USER, narrow, NEWEST, type PageOf } from '../token/listing.js';
import { Consent } from './consent.entity.js';
import { ConsentService } from './consent.service.js';

/** Lists of what users allowed apps, for those who administer the installation; and how it is taken back, by anyone. */
@Injectable()
export class ConsentAdministration {
  constructor(
    @InjectRepository(Consent) private readonly rows: Repository<Consent>,
    private readonly consents: ConsentService,
    private readonly grants: GrantService,
  ) {}

  /** Each with its user and its app. One statement. */
  page(filter: IssuedFilter, { limit, after }: PageOf): Promise<KeysetPage<Consent>> {
    return keysetPage(narrow(this.listed(), filter), NEWEST, limit, after);
  }

  async find(id: string): Promise<Consent | undefined> {
    return (await this.listed().where({ id }).getOne()) ?? undefined;
  }

  /**
   * Takes back what a user allowed an app: its tokens die at once, and it has to ask again. The grants come first, so
   * that a failure between the statements leaves the app in the list, to be removed once more; and last, for one that
   * was made from the consent in between.
   * @param consent with its `client`
   */
  async withdraw(consent: Consent): Promise<void> {
    await this.grants.revokeOf(consent.userId, consent.clientRowId);
    await this.consents.remove(consent);
    await this.grants.revokeOf(consent.userId, consent.clientRowId);
  }

  private listed(): SelectQueryBuilder<Consent> {
    return this.rows
      .createQueryBuilder('consent')
      .innerJoin('consent.user', 'owner')
      .innerJoin('consent.client', 'client')
      .addSelect([...LISTED_USER, ...LISTED_CLIENT]);
  }
}
