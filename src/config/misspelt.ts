/** The known name that somebody meant who wrote another one: one letter too many, too few, other, or two in the wrong order. */
export function meantBy(name: string, known: readonly string[]): string | undefined {
  const plain = name.replace(/^DOORWARD_/, '');
  return known.find((candidate) => candidate === plain || isOneSlipApart(candidate, plain));
}

function isOneSlipApart(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  let at = 0;
  while (at < short.length && short[at] === long[at]) at += 1;
  const [rest, longRest] = [short.slice(at), long.slice(at)];
  const isSwapped = rest[0] === longRest[1] && rest[1] === longRest[0] && rest.slice(2) === longRest.slice(2);
  return (
    rest === longRest.slice(1) ||
    (rest.length === longRest.length && (rest.slice(1) === longRest.slice(1) || isSwapped))
  );
}
