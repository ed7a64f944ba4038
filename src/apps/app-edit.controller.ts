import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { ClientMetadataCheck } from '../clients/client-metadata-check.service.js';
import type { Client } from '../clients/client.entity.js';
import { ClientRegistration } from '../clients/client-registration.service.js';
import { metadataOf } from '../clients/metadata-of-client.js';
import { Settings } from '../config/settings.js';
import { leaveNotice } from '../http/notice.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { appFormPage } from '../pages/app-form/app-form.page.js';
import { text } from '../pages/texts.js';
import { PictureError } from '../pictures/picture-error.js';
import { pictureUrl } from '../pictures/picture-url.js';
import type { ClientMetadataInput } from '../protocol/client-metadata.js';
import type { AppKind } from '../protocol/grant-types.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { APP_FORM_LISTS, AppForm } from './app-form.dto.js';
import { appFormView, editFrame, type FormFaults, metadataOfForm } from './app-form.js';
import { OwnApps } from './own-apps.js';
import { ScopeChoices } from './scope-choices.service.js';
import { AddRedirectUriForm } from './redirect-uri.dto.js';

/** Changes of other tabs at the same moment that one change may lose to. */
const MAX_TRIES = 5;

/** Sends the answer. Not the reply itself: that is thenable, and awaited it is undefined. */
type Answer = () => FastifyReply | Promise<FastifyReply>;

/** Changing an app, as a whole or by one callback URL. */
@Controller('apps/:id')
export class AppEditController {
  constructor(
    private readonly apps: OwnApps,
    private readonly check: ClientMetadataCheck,
    private readonly registration: ClientRegistration,
    private readonly choices: ScopeChoices,
    private readonly settings: Settings,
  ) {}

  @Get('edit')
  async showForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.require(session, id);
    return this.sendForm(reply, client, metadataOf(client));
  }

  @Post('edit')
  async edit(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { value: form, file } = await readForm(request, AppForm, { lists: APP_FORM_LISTS, takesFile: true });
    if (form === undefined) throw new PageError('bad_request');
    const logo = file ?? (form.remove_logo === 'on' ? null : undefined);
    return this.retried(session, id, (client) => this.save(reply, client, form, logo));
  }

  /** One click on the error page of an authorization request adds the address that was asked for. */
  @Post('redirect-uris')
  async addRedirectUri(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { value } = await readForm(request, AddRedirectUriForm);
    if (value === undefined) throw new PageError('bad_request');
    return this.retried(session, id, async (client) => {
      const finish = () => this.finish(reply, client, 'redirect_uri_added');
      if (client.redirectUris.includes(value.redirect_uri)) return finish;
      const input = { ...metadataOf(client), redirect_uris: [...client.redirectUris, value.redirect_uri] };
      const { faults } = await this.check.check(input, {
        by: 'owner',
        allowedScopes: client.allowedScopes,
        before: client,
      });
      if (faults.length > 0) return () => this.sendForm(reply, client, input, { faults });
      return (await this.registration.addRedirectUri(client, value.redirect_uri)) ? finish : undefined;
    });
  }

  private async save(
    reply: FastifyReply,
    client: Client,
    form: AppForm,
    logo: Buffer | null | undefined,
  ): Promise<Answer | undefined> {
    const input = metadataOfForm(client.kind as AppKind, form, metadataOf(client));
    const { metadata, faults } = await this.check.check(input, {
      by: 'owner',
      allowedScopes: client.allowedScopes,
      before: client,
    });
    if (metadata === undefined) return () => this.sendForm(reply, client, input, { faults });
    try {
      return (await this.registration.update(client, metadata, { logo }))
        ? () => this.finish(reply, client, 'app_saved')
        : undefined;
    } catch (error) {
      if (!(error instanceof PictureError)) throw error;
      return () => this.sendForm(reply, client, input, { faults: [], errors: { logo: text(error.textKey) } });
    }
  }

  /** Changes the app as it is now; `change` gives nothing back when another change came in between. */
  private async retried(
    session: CurrentSession,
    id: string,
    change: (client: Client) => Promise<Answer | undefined>,
  ): Promise<FastifyReply> {
    for (let tries = 0; tries < MAX_TRIES; tries += 1) {
      const answer = await change(await this.apps.require(session, id));
      if (answer !== undefined) return answer();
    }
    throw new PageError('unavailable', { retryAfter: 1 });
  }

  private finish(reply: FastifyReply, client: Client, notice: string): FastifyReply {
    leaveNotice(reply, this.settings, notice);
    return redirect(reply, `/apps/${client.id}`);
  }

  private async sendForm(
    reply: FastifyReply,
    client: Client,
    metadata: ClientMetadataInput,
    faults?: FormFaults,
  ): Promise<FastifyReply> {
    const custom = await this.choices.of(client.scopes, metadata.scope);
    const view = appFormView(editFrame(client, pictureUrl(client.logo)), metadata, custom, faults);
    return sendPage(reply, appFormPage, view, { current: 'apps', status: faults === undefined ? 200 : 400 });
  }
}
