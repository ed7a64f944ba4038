import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { appViewOf } from '../clients/app-view-of.js';
import { ClientService } from '../clients/client.service.js';
import { allowFormRedirect } from '../http/content-security-policy.js';
import { redirect } from '../http/redirect.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { sendInteractionOver } from '../interaction/interaction-over.js';
import { type FoundInteraction, InteractionService } from '../interaction/interaction.service.js';
import { type FORGOT_PASSWORD, type LOGIN, RESUME, type SIGNUP, stepUrl } from '../interaction/links.js';
import type { AppView } from '../pages/app-view.js';
import { localPath } from './return-to.js';

/** What a login or sign-up page was opened for. */
export interface LoginStep {
  /** The authorization request that waits, still open; absent outside of one. */
  readonly interaction?: Interaction;
  /** Who asked. */
  readonly app?: AppView;
  /** Local path to come back to, outside an authorization. */
  readonly returnTo?: string;
}

/** What the address or the form says; may be anything. */
export interface Wanted {
  readonly interaction?: unknown;
  readonly return_to?: unknown;
  /** `true`: although somebody is signed in, for what needs a fresh login (src/http/login-required.ts). */
  readonly again?: unknown;
}

/** The login step of an authorization request, shared by the pages that can do it. It always ends at the dispatcher. */
@Injectable()
export class LoginStepService {
  constructor(
    private readonly interactions: InteractionService,
    private readonly clients: ClientService,
  ) {}

  /** What the page is for; answers at once, and returns undefined, when the interaction cannot go on. */
  async open(request: FastifyRequest, reply: FastifyReply, wanted: Wanted): Promise<LoginStep | undefined> {
    const { interaction: id, return_to: returnTo } = wanted;
    if (id === undefined) return typeof returnTo === 'string' ? { returnTo: localPath(returnTo) } : {};
    const found = await this.interactions.find(request, typeof id === 'string' ? id : undefined);
    const app = await this.appOf(found);
    if (found.state === 'open') return { interaction: found.interaction, ...(app && { app }) };
    sendInteractionOver(reply, found, app);
    return undefined;
  }

  /** The authorization request that waits in this browser, if it is that one and still open; else nothing to go on with. */
  async waiting(request: FastifyRequest, id: unknown): Promise<LoginStep> {
    const found = await this.interactions.find(request, typeof id === 'string' ? id : undefined);
    if (found.state !== 'open') return {};
    const app = await this.appOf(found);
    return { interaction: found.interaction, ...(app && { app }) };
  }

  /** Goes on after the user has signed in. */
  async finish(reply: FastifyReply, { interaction, returnTo }: LoginStep): Promise<FastifyReply> {
    if (interaction === undefined) return redirect(reply, localPath(returnTo));
    await this.interactions.mark(interaction.id, { loginAt: new Date(), isSwitchingAccount: false });
    return redirect(reply, stepUrl(RESUME, interaction.id));
  }

  /** Goes on to a login as somebody else. */
  async switchAccount(reply: FastifyReply, { id }: Interaction): Promise<FastifyReply> {
    await this.interactions.mark(id, { isSwitchingAccount: true });
    return redirect(reply, stepUrl(RESUME, id));
  }

  /** Goes back to the app without signing in. */
  async cancel(reply: FastifyReply, { id }: Interaction): Promise<FastifyReply> {
    await this.interactions.mark(id, { consentDecision: 'denied', consentUserId: null, consentScopes: null });
    return redirect(reply, stepUrl(RESUME, id));
  }

  private async appOf({ interaction }: FoundInteraction): Promise<AppView | undefined> {
    const client = interaction === undefined ? undefined : await this.clients.find(interaction.clientId);
    return client === undefined ? undefined : appViewOf(client);
  }
}

/** Lets the page's form end at the app, which the redirects after it may do at once. */
export function allowReturnToApp(reply: FastifyReply, { interaction }: LoginStep): void {
  const redirectUri = interaction?.parameters['redirect_uri'];
  if (redirectUri !== undefined) allowFormRedirect(reply, redirectUri);
}

/** The address of the other page of the step, for the same purpose. */
export function stepPath(
  path: typeof LOGIN | typeof SIGNUP | typeof FORGOT_PASSWORD,
  { interaction, returnTo }: LoginStep,
): string {
  if (interaction !== undefined) return stepUrl(path, interaction.id);
  return returnTo === undefined ? path : `${path}?return_to=${encodeURIComponent(returnTo)}`;
}
