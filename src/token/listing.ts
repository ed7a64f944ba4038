import type { ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import type { Position } from '../sql/keyset.js';

/** Whose, and for which app. */
export interface IssuedFilter {
  readonly userId?: string | undefined;
  /** As the protocol knows it. */
  readonly clientId?: string | undefined;
}

/** Which page of a list. */
export interface PageOf {
  readonly limit: number;
  readonly after?: Position | undefined;
}

/** Newest first: the key is made from the time. */
export const NEWEST = { by: 'id', direction: 'DESC' } as const;

/** What lists say of the person and of the app, and what decides who may end it. */
export const LISTED_USER = ['owner.id', 'owner.username', 'owner.role'];
export const LISTED_CLIENT = ['client.id', 'client.clientId', 'client.clientName', 'client.adminScopes'];

/** Narrows a query with the aliases `owner` and `client` down. */
export function narrow<T extends ObjectLiteral>(
  query: SelectQueryBuilder<T>,
  { userId, clientId }: IssuedFilter,
): SelectQueryBuilder<T> {
  if (userId !== undefined) query.andWhere(`${query.alias}.userId = :userId`, { userId });
  if (clientId !== undefined) query.andWhere('client.clientId = :clientId', { clientId });
  return query;
}
