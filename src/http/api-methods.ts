/** Which methods the routes of the admin API take: what an answer of "not with this method" names (RFC 9110 §15.5.6). */
export class ApiMethods {
  private readonly methods = new Map<string, Set<string>>();

  /** @param route its pattern, like `/api/v1/users/:id` */
  add(route: string, methods: string | readonly string[]): void {
    const known = this.methods.get(route) ?? new Set();
    for (const method of [methods].flat()) known.add(method);
    this.methods.set(route, known);
  }

  /** The methods that a path takes; none where nothing is. */
  of(path: string): string[] {
    const found = new Set<string>();
    for (const [route, methods] of this.methods) {
      if (fits(route, path)) for (const method of methods) found.add(method);
    }
    return [...found].toSorted();
  }
}

function fits(route: string, path: string): boolean {
  const [wanted, given] = [route.split('/'), path.split('/')];
  return wanted.length === given.length && wanted.every((part, index) => part.startsWith(':') || part === given[index]);
}
