import { Controller, Get, Param, Post, Query, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { components } from '../../../clients/typescript/schema.js';
import { consoleDetailPage, type SectionView } from '../../pages/console-detail/console-detail.page.js';
import { consoleFormPage } from '../../pages/console-form/console-form.page.js';
import { fact, type FactView, tableOf, textCell, timeCell } from '../../pages/console-views.js';
import { EMPTY_FORM } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { answerOf } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { type ListQuery, ListState } from '../list-state.js';
import { IMPORTS, stateCell, type UserImport } from './import-views.js';

type ErrorsPage = {
  readonly data: readonly components['schemas']['UserImportErrorResource'][];
  readonly next: string | null;
};

/** Seconds until the page of an import that is under way loads itself anew. */
const REFRESH = 2;

/** `/admin/user-imports/:id`: how far an import is, and which rows were refused. */
@Controller('admin/user-imports')
export class ImportController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get(':id')
  async show(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Query() asked: ListQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const state = new ListState(`${IMPORTS}/${id}`, asked, []);
    const api = await this.api.for(request, session);
    const path = { id };
    const of = answerOf(await api.GET('/api/v1/user-imports/{id}', { params: { path } }), request);
    const params = { path, query: state.query };
    const errors = answerOf(await api.GET('/api/v1/user-imports/{id}/errors', { params }), request);
    const view = {
      title: of.name,
      back: { label: 'Imports', url: IMPORTS },
      badges: [stateCell(of), ...(of.dry_run ? [{ badge: 'Dry run' }] : [])],
      ...(of.failure !== null && { warning: of.failure }),
      ...(of.state === 'running' && { progress: { label: 'Bytes read', done: of.bytes_done, total: of.bytes } }),
      actions: [{ label: isOver(of) ? 'Forget' : 'Stop', url: `${IMPORTS}/${id}/delete`, isDanger: true }],
      facts: factsOf(of),
      sections: [errorsOf(errors, state.view(errors.next).nextUrl)],
    };
    const refresh = of.state === 'running' ? { refresh: REFRESH } : {};
    return this.pages.send(reply, session, consoleDetailPage, view, { current: IMPORTS, ...refresh });
  }

  @Get(':id/delete')
  async ask(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    const of = answerOf(await api.GET('/api/v1/user-imports/{id}', { params: { path: { id } } }), request);
    const view = {
      title: `${isOver(of) ? 'Forget' : 'Stop'} the import of ${of.name}?`,
      back: { label: of.name, url: `${IMPORTS}/${id}` },
      consequences: [
        ...(isOver(of) ? [] : ['No further row is read. The import cannot go on later.']),
        'The list of refused rows goes.',
        ...(of.dry_run || of.imported === 0 ? [] : [`The users that it has made stay: ${of.imported}.`]),
      ],
      actionUrl: `${IMPORTS}/${id}/delete`,
      groups: [],
      hidden: [],
      form: EMPTY_FORM,
      submit: isOver(of) ? 'Forget' : 'Stop',
      isDanger: true,
    };
    return this.pages.send(reply, session, consoleFormPage, view, { current: IMPORTS });
  }

  @Post(':id/delete')
  async delete(
    @SignedIn() session: CurrentSession,
    @Param('id') id: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const api = await this.api.for(request, session);
    answerOf(await api.DELETE('/api/v1/user-imports/{id}', { params: { path: { id } } }), request);
    return this.pages.done(reply, IMPORTS, 'deleted');
  }
}

function isOver({ state }: UserImport): boolean {
  return state === 'done' || state === 'failed';
}

function factsOf(of: UserImport): FactView[] {
  return [
    fact(of.dry_run ? 'Users that would be made' : 'Users made', { text: String(of.imported) }),
    fact('Refused rows', { text: String(of.refused) }),
    fact('Last row', { text: String(of.last_row) }),
    fact('Begun', timeCell(of.created_at)),
    fact('Over', timeCell(of.finished_at)),
    fact('Forgotten', timeCell(of.expires_at)),
    fact('SHA-256 of the file', of.sha256 === null ? textCell(null) : { code: of.sha256 }),
  ];
}

function errorsOf({ data }: ErrorsPage, nextUrl: string | undefined): SectionView {
  return {
    title: 'Refused rows',
    lead: 'The header of a CSV file is row 1.',
    table: tableOf(
      'Refused rows',
      ['Row', 'Field', 'Why'],
      data.map(({ row, field, message }) => [
        { text: String(row) },
        field === null ? { text: 'The whole row' } : { code: field },
        { text: message },
      ]),
    ),
    empty: 'No row was refused.',
    ...(nextUrl !== undefined && { more: { label: 'Further rows', url: nextUrl } }),
  };
}
