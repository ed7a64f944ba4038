import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { v7 } from 'uuid';
import { ClientMetadataCheck } from '../clients/client-metadata-check.service.js';
import { ClientRegistration, type Registration } from '../clients/client-registration.service.js';
import { DuplicateClientError } from '../clients/duplicate-client-error.js';
import { Settings } from '../config/settings.js';
import { leaveNotice } from '../http/notice.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { appCredentialsPage } from '../pages/app-credentials/app-credentials.page.js';
import { appFormPage } from '../pages/app-form/app-form.page.js';
import { appNewPage } from '../pages/app-new/app-new.page.js';
import { text } from '../pages/texts.js';
import { PictureError } from '../pictures/picture-error.js';
import type { ClientMetadataInput } from '../protocol/client-metadata.js';
import { APP_KINDS, type AppKind } from '../protocol/grant-types.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { APP_FORM_LISTS, AppForm } from './app-form.dto.js';
import { appFormView, type FormFaults, metadataOfForm, newApp } from './app-form.js';
import { AppPolicy } from './app-policy.js';
import { ScopeChoices } from './scope-choices.service.js';

const CURRENT = { current: 'apps' } as const;

/** `/apps/new`: what kind of app, then its form, then what is shown once. */
@Controller('apps/new')
export class AppRegistrationController {
  constructor(
    private readonly check: ClientMetadataCheck,
    private readonly registration: ClientRegistration,
    private readonly policy: AppPolicy,
    private readonly choices: ScopeChoices,
    private readonly settings: Settings,
  ) {}

  @Get()
  async chooseKind(@SignedIn() { user }: CurrentSession, @Res() reply: FastifyReply): Promise<FastifyReply> {
    await this.policy.requireMayRegister(user);
    return sendPage(reply, appNewPage, { kinds: APP_KINDS }, CURRENT);
  }

  @Get(':kind')
  async showForm(
    @SignedIn() { user }: CurrentSession,
    @Param('kind') kindName: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.policy.requireMayRegister(user);
    return this.sendForm(reply, newApp(requireKind(kindName)));
  }

  @Post(':kind')
  async create(
    @SignedIn() { user }: CurrentSession,
    @Param('kind') kindName: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    await this.policy.requireMayRegister(user);
    const kind = requireKind(kindName);
    const { value: form, file: logo } = await readForm(request, AppForm, { lists: APP_FORM_LISTS, takesFile: true });
    if (form?.form_id === undefined) throw new PageError('bad_request');
    const input = metadataOfForm(kind, form);
    const { metadata, faults } = await this.check.check(input, { by: 'owner' });
    if (metadata === undefined) return this.sendForm(reply, input, { faults });
    try {
      return sendCredentials(reply, await this.registration.register(user, metadata, { id: form.form_id, logo }));
    } catch (error) {
      return this.refuse(reply, error, { input, id: form.form_id });
    }
  }

  private async refuse(
    reply: FastifyReply,
    error: unknown,
    sent: { input: ClientMetadataInput; id: string },
  ): Promise<FastifyReply> {
    if (error instanceof PictureError) {
      return this.sendForm(reply, sent.input, { faults: [], errors: { logo: text(error.textKey) } });
    }
    if (!(error instanceof DuplicateClientError)) throw error;
    // The form was sent twice. Its app exists, and its secret was in the answer to the first time.
    leaveNotice(reply, this.settings, 'secret_shown_once');
    return redirect(reply, `/apps/${sent.id}`);
  }

  private async sendForm(
    reply: FastifyReply,
    metadata: ClientMetadataInput,
    faults?: FormFaults,
  ): Promise<FastifyReply> {
    const frame = { actionUrl: `/apps/new/${metadata.kind}`, cancelUrl: '/apps', formId: v7() };
    const status = faults === undefined ? 200 : 400;
    const custom = await this.choices.of([], metadata.scope);
    return sendPage(reply, appFormPage, appFormView(frame, metadata, custom, faults), { ...CURRENT, status });
  }
}

function requireKind(name: string): AppKind {
  const kind = APP_KINDS.find((candidate) => candidate === name);
  if (kind === undefined) throw new PageError('not_found');
  return kind;
}

/** Shown as the answer itself: what is shown once never stands in an address, and is never stored. */
function sendCredentials(reply: FastifyReply, { client, ...shownOnce }: Registration): FastifyReply {
  const { clientName, clientId, id } = client;
  const view = { occasion: 'created' as const, clientName, clientId, ...shownOnce, continueUrl: `/apps/${id}` };
  return sendPage(reply, appCredentialsPage, view, { ...CURRENT, status: 201 });
}
