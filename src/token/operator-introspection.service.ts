import { Injectable } from '@nestjs/common';
import { ClientService } from '../clients/client.service.js';
import type { IntrospectionResponse } from '../protocol/token-response.js';
import { IntrospectionService } from './introspection.service.js';

/** Says what any token is worth at this moment: for an operator, who may know whose it is. */
@Injectable()
export class OperatorIntrospection {
  constructor(
    private readonly introspection: IntrospectionService,
    private readonly clients: ClientService,
  ) {}

  /** What the client that has the token would be told. */
  describe(token: string): Promise<IntrospectionResponse> {
    return this.introspection.describeTo(async (clientRowId) => {
      const client = await this.clients.byRowId(clientRowId);
      // A client that is suspended could not ask, nor use it.
      return client?.isActive === true ? client : undefined;
    }, token);
  }
}
