import { Controller, Get, Post, Req, Res } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { randomUUID } from 'node:crypto';
import { type FormContent, readFields } from '../../http/page-form.js';
import { consoleFormPage, type ConsoleFormView } from '../../pages/console-form/console-form.page.js';
import type { ConsoleFieldView } from '../../pages/console-views.js';
import type { FormView } from '../../pages/form-view.js';
import type { CurrentSession } from '../../session/session.service.js';
import { SignedIn } from '../../session/signed-in.decorator.js';
import { formAnswerOf, isRefused } from '../api-answer.js';
import { ConsoleApi } from '../console-api.service.js';
import { ConsolePages } from '../console-pages.service.js';
import { uploadImport } from './import-upload.js';
import { IMPORTS, type UserImport } from './import-views.js';

const FIELDS: readonly ConsoleFieldView[] = [
  {
    name: 'data',
    label: 'File',
    kind: 'file',
    hint: 'UTF-8, at most 5 MB. Larger files: doorward user import, on the server.',
    accept: '.csv,.json,.jsonl,.ndjson',
    isRequired: true,
  },
  { name: 'name', label: 'Name', kind: 'text', hint: 'To find it again', isRequired: true, autocomplete: 'off' },
  {
    name: 'format',
    label: 'Format',
    kind: 'select',
    choices: [
      { value: 'csv', label: 'CSV' },
      { value: 'json', label: 'JSON' },
    ],
    hint: 'A CSV names its columns in the first row. JSON is an array of objects, or one on each line.',
  },
];
const DRY_RUN: ConsoleFieldView = {
  name: 'dry_run',
  label: 'Dry run',
  kind: 'check',
  hint: 'Says which rows would be refused, and makes nobody',
};

const NEW_FORM: FormView = { values: { format: 'csv' }, errors: {} };

/** `/admin/user-imports/new`: a file is chosen and uploaded. */
@Controller('admin/user-imports')
export class ImportFormController {
  constructor(
    private readonly api: ConsoleApi,
    private readonly pages: ConsolePages,
  ) {}

  @Get('new')
  newForm(@SignedIn() session: CurrentSession, @Res() reply: FastifyReply): FastifyReply {
    return this.pages.send(reply, session, consoleFormPage, formView(NEW_FORM, true), { current: IMPORTS });
  }

  @Post('new')
  async create(
    @SignedIn() session: CurrentSession,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<FastifyReply> {
    const { fields, file } = await readFields(request, { takesFile: true });
    const { form_id: key = '', name = '', format = '', dry_run } = fields;
    const text = textOf(file);
    if (text === undefined) return this.again(reply, session, fields, undefined);
    const api = await this.api.for(request, session);
    const order = { name, format: format as UserImport['format'], isDryRun: dry_run !== undefined, text, key };
    const answer = formAnswerOf(await uploadImport(api, order), request, { name, format });
    if (isRefused(answer)) return this.again(reply, session, fields, answer.form);
    return this.pages.done(reply, `${IMPORTS}/${answer.data.id}`, 'created');
  }

  /** Without a form of the API: the file was none. */
  private again(
    reply: FastifyReply,
    session: CurrentSession,
    { name = '', format = '', dry_run }: FormContent['fields'],
    refused: FormView | undefined,
  ): FastifyReply {
    const form = refused ?? { values: { name, format }, errors: { data: 'Choose a file of text in UTF-8.' } };
    const view = formView(form, dry_run !== undefined);
    return this.pages.send(reply, session, consoleFormPage, view, { current: IMPORTS, status: 422 });
  }
}

/** Undefined when no file was chosen, or it is not UTF-8. */
function textOf(file: Buffer | undefined): string | undefined {
  if (file === undefined) return undefined;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(file);
  } catch {
    return undefined;
  }
}

function formView(form: FormView, isDryRun: boolean): ConsoleFormView {
  return {
    title: 'Import users',
    lead: 'Rows that are refused are listed with the reason; the others become users. Nobody who is there is changed.',
    back: { label: 'Imports', url: IMPORTS },
    consequences: [],
    actionUrl: `${IMPORTS}/new`,
    groups: [{ fields: [...FIELDS, { ...DRY_RUN, isTicked: isDryRun }] }],
    hidden: [{ name: 'form_id', value: randomUUID() }],
    form,
    submit: 'Import',
    isUpload: true,
  };
}
