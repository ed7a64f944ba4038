import { Controller, Get, Param, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { AppOwners } from '../app-owners/app-owners.service.js';
import type { Client } from '../clients/client.entity.js';
import { ClientSecretService } from '../clients/client-secret.service.js';
import { TooManySecretsError } from '../clients/too-many-secrets-error.js';
import { Settings } from '../config/settings.js';
import { leaveNotice } from '../http/notice.js';
import { PageError } from '../http/page-error.js';
import { readForm } from '../http/page-form.js';
import { redirect } from '../http/redirect.js';
import { sendPage } from '../http/send-page.js';
import { appCredentialsPage } from '../pages/app-credentials/app-credentials.page.js';
import { appRotatePage } from '../pages/app-rotate/app-rotate.page.js';
import type { CurrentSession } from '../session/session.service.js';
import { SignedIn } from '../session/signed-in.decorator.js';
import { OwnApps } from './own-apps.js';
import { OVERLAPS, RotateForm } from './rotate-form.dto.js';
import { secretRef } from '../clients/secret-ref.js';

/** Replacing an app's secret without an outage. */
@Controller('apps/:id')
export class AppSecretController {
  constructor(
    private readonly apps: OwnApps,
    private readonly secrets: ClientSecretService,
    private readonly owners: AppOwners,
    private readonly settings: Settings,
  ) {}

  @Get('rotate')
  async showForm(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.requireWithSecret(session, id);
    const url = `/apps/${id}`;
    const view = {
      clientName: client.clientName,
      actionUrl: `${url}/rotate`,
      cancelUrl: url,
      overlaps: OVERLAPS,
      formId: currentRef(client),
    };
    return sendPage(reply, appRotatePage, view, { current: 'apps' });
  }

  @Post('rotate')
  async rotate(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.requireWithSecret(session, id);
    const { value: form } = await readForm(request, RotateForm);
    if (form === undefined) throw new PageError('bad_request');
    const overlap = Number(form.overlap);
    // The form names the secret that it replaces: sent twice, it replaces it once.
    const secret = form.form_id === currentRef(client) ? await this.replace(client, overlap) : undefined;
    if (secret === undefined) return this.back(reply, id, 'secret_shown_once');
    if (secret === 'too_many') return this.back(reply, id, 'too_many_secrets');
    await this.owners.tellOfOwnSecret(session.user, client);
    return sendSecret(reply, client, { ...secret, overlap });
  }

  @Post('secrets/:ref/revoke')
  async revoke(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Param('ref') ref: string,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const client = await this.apps.requireWithSecret(session, id);
    const secret = client.secrets?.find(({ digest }) => secretRef(digest) === ref);
    if (secret !== undefined) await this.secrets.revoke(client, secret.digest);
    return this.back(reply, id, 'secret_revoked');
  }

  private async replace(client: Client, overlap: number): Promise<{ clientSecret: string } | 'too_many' | undefined> {
    try {
      const clientSecret = await this.secrets.rotate(client, overlap);
      return clientSecret === undefined ? undefined : { clientSecret };
    } catch (error) {
      if (error instanceof TooManySecretsError) return 'too_many';
      throw error;
    }
  }

  private back(reply: FastifyReply, id: string, notice: string): FastifyReply {
    leaveNotice(reply, this.settings, notice);
    return redirect(reply, `/apps/${id}`);
  }
}

/** Names the secret that the app's row points at; an app that only now has come to need one has none. */
function currentRef({ clientSecretDigest }: Client): string {
  return clientSecretDigest === null ? 'none' : secretRef(clientSecretDigest);
}

function sendSecret(
  reply: FastifyReply,
  client: Client,
  rotated: { clientSecret: string; overlap: number },
): FastifyReply {
  const { clientName, clientId, id } = client;
  const { clientSecret, overlap } = rotated;
  const oldSecretEndsAt = new Date(Date.now() + overlap * 1000);
  const view = {
    occasion: 'rotated' as const,
    clientName,
    clientId,
    clientSecret,
    continueUrl: `/apps/${id}`,
    ...(overlap === 0 ? {} : { oldSecretEndsAt }),
  };
  return sendPage(reply, appCredentialsPage, view, { current: 'apps' });
}
