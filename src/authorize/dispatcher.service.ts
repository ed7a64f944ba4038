import { Injectable } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Settings } from '../config/settings.js';
import type { RememberedConsent } from '../consent/remembered-consent.js';
import { ConsentService } from '../consent/consent.service.js';
import { redirect } from '../http/redirect.js';
import type { Interaction } from '../interaction/interaction.entity.js';
import { sendInteractionOver } from '../interaction/interaction-over.js';
import { stepUrl } from '../interaction/links.js';
import {
  type AuthorizationResult,
  authorizationResponse,
  type ResponseTarget,
} from '../protocol/authorization-response.js';
import { grantedClaims, scopesIn } from '../protocol/permission.js';
import type { CurrentSession } from '../session/session.service.js';
import type { AcceptedRequest } from './authorization-intake.service.js';
import { CodeIssuer } from './code-issuer.service.js';
import { decidedBy, nextStep, type Question } from './next-step.js';
import { sendResponse } from './send-response.js';
import { Visitors } from './visitors.service.js';
import { WaitingRequests } from './waiting-requests.service.js';

/** A validated request of a browser: new, or back from a step of its interaction. */
export interface Visit extends AcceptedRequest {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly interaction?: Interaction | undefined;
}

/**
 * Takes an authorization request one step on: to the page that asks the next question, or back to the app. The only
 * place that issues codes.
 */
@Injectable()
export class Dispatcher {
  constructor(
    private readonly waiting: WaitingRequests,
    private readonly visitors: Visitors,
    private readonly consents: ConsentService,
    private readonly codes: CodeIssuer,
    private readonly settings: Settings,
  ) {}

  /** Answers with the next step. A live session and a remembered consent cost two reads and one write. */
  async dispatch(visit: Visit): Promise<FastifyReply> {
    const visitor = await this.visitors.of(visit.request, visit);
    const session = visitor?.session;
    const step = nextStep({
      request: visit.authorization,
      client: visit.client,
      session: session && { userId: session.user.id, authTime: session.authTime, isOtherUser: visitor.isOtherUser },
      progress: visit.interaction,
      remembered: session && (await this.remembered(visit, session)),
      now: new Date(),
    });
    switch (step.kind) {
      case 'code':
        return this.finish(visit, () => this.codeFor(visit, session, step.permissions));
      case 'error':
        return this.finish(visit, async () => ({ error: step.error, error_description: step.description }));
      default:
        return this.show(visit, step.kind);
    }
  }

  /** Sends an answer to the app (RFC 6749 §4.1.2), with `iss` always (RFC 9207 §2). */
  answer(reply: FastifyReply, target: ResponseTarget, result: AuthorizationResult): FastifyReply {
    return sendResponse(reply, authorizationResponse(target, result, this.settings.issuer));
  }

  /** Not read when the user has just decided: one statement less. */
  private async remembered(
    { client, interaction }: Visit,
    { user }: CurrentSession,
  ): Promise<RememberedConsent | undefined> {
    return decidedBy(interaction, user.id) ? undefined : this.consents.find(user.id, client.rowId);
  }

  /** Shows a page. The request waits in a row from the first page on. */
  private async show(
    { request, reply, client, parameters, interaction }: Visit,
    kind: Question,
  ): Promise<FastifyReply> {
    const asked = { clientId: client.clientId, parameters };
    const id = interaction?.id ?? (await this.waiting.open(request, reply, asked));
    if (kind === 'switch') await this.waiting.switchAccount(id);
    return redirect(reply, stepUrl(await this.waiting.pageOf(kind), id));
  }

  /** Ends the interaction first, so that of many requests at once only one is answered with a code. */
  private async finish(visit: Visit, result: () => Promise<AuthorizationResult>): Promise<FastifyReply> {
    const { reply, authorization, interaction } = visit;
    const isDenied = interaction?.consentDecision === 'denied';
    if (interaction !== undefined && !(await this.waiting.consume(interaction.id)) && !isDenied) {
      return sendInteractionOver(reply, { state: 'consumed', interaction });
    }
    return this.answer(reply, authorization, await result());
  }

  private async codeFor(
    { reply, client, authorization }: Visit,
    session: CurrentSession | undefined,
    permissions: readonly string[],
  ): Promise<AuthorizationResult> {
    if (session === undefined) throw new Error('a code needs a signed-in user');
    const { sid, authTime, amr, user } = session;
    const { id: userId, credentialsVersion } = user;
    const signedIn = { userId, sid, authTime, amr, credentialsVersion };
    const allowed = { scopes: scopesIn(permissions), claims: grantedClaims(authorization, permissions) };
    return this.codes.issue(reply, { client, ...signedIn, request: authorization, ...allowed });
  }
}
