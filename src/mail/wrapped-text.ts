/** RFC 5322 §2.1.1: lines should be no longer than 78 characters. */
const MOST = 76;

/** Breaks long lines between words. What has no space, an address for one, stays whole. */
export function wrappedText(text: string): string {
  return text.split('\n').map(wrappedLine).join('\n');
}

function wrappedLine(line: string): string {
  if (line.length <= MOST) return line;
  const lines = [''];
  for (const word of line.split(' ')) {
    const last = lines.at(-1) ?? '';
    if (last !== '' && last.length + 1 + word.length > MOST) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}
