/** The length in code points, as databases and NIST SP 800-63B §3.1.1.2 count: an emoji is one, not two. */
export function countCodePoints(text: string): number {
  return Array.from(text).length;
}
