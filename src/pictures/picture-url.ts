/** Path under which a stored picture is served; undefined when there is none. */
export function pictureUrl(id: string | null): string | undefined {
  return id === null ? undefined : `/pictures/${id}`;
}
