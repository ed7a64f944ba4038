import type { Client } from '../clients/client.entity.js';
import type { User } from '../users/user.entity.js';

/** Who allowed something, and to which app. */
interface Parties {
  readonly userId: string;
  readonly user?: User;
  readonly client?: Client;
}

/** Both by the ids and the names that they have elsewhere in the API. @param row with its `user` and `client` */
export function partiesOf({ userId, user, client }: Parties) {
  return {
    user_id: userId,
    username: user?.username ?? '',
    client_id: client?.clientId ?? '',
    client_name: client?.clientName ?? '',
  };
}
