import { Injectable } from '@nestjs/common';
import type { Choice } from '../pages/app-form/app-form.page.js';
import { ScopeCatalogue } from '../scopes/scope-catalogue.service.js';
import { scopeSentence } from '../scopes/scope-sentence.js';

/** The scopes that administrators defined, as an app's form offers them. */
@Injectable()
export class ScopeChoices {
  constructor(private readonly catalogue: ScopeCatalogue) {}

  /**
   * What every owner may choose, and what this app was allowed beyond that.
   * @param registered what the app has
   * @param ticked what the form has
   */
  async of(registered: readonly string[], ticked: readonly string[]): Promise<Choice[]> {
    const offered = new Map([...(await this.catalogue.openToOwners()), ...(await this.catalogue.among(registered))]);
    return [...offered.values()].map((scope) => ({
      value: scope.name,
      label: scopeSentence(scope),
      isTicked: ticked.includes(scope.name),
      isFixed: false,
    }));
  }
}
