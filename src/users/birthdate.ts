const EARLIEST = '1900-01-01';

/** Whether the text is a day of the calendar (`YYYY-MM-DD`) that a living person may have been born on. */
export function isBirthdate(text: string, today: Date): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const day = new Date(`${text}T00:00:00Z`);
  // 30 February parses as a day of March: only a real day comes back as it was written.
  if (Number.isNaN(day.getTime()) || day.toISOString().slice(0, 10) !== text) return false;
  return text >= EARLIEST && day < today;
}
