/** What a payload is sealed for: one that is moved into another row, or another kind, does not open. */
export function payloadContext(kind: string, id: string): string {
  return `outbox.payload ${kind} ${id}`;
}
