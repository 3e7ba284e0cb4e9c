// Duration: an amount of time in whole minutes, written as `2h`, `30m`, `1h30m` or `1.5h`.

const written = /^(?:(\d{1,6}(?:[.,]\d{1,4})?)h)?[ \t]?(?:(\d{1,6})m)?$/i;

/** Minutes, rounded to whole ones; null for any other text, and for no time at all. */
export function minutesOf(text: string): number | null {
  const [, hours = '0', minutes = '0'] = written.exec(text.trim()) ?? [];
  const sum = Math.round(Number(hours.replace(',', '.')) * 60) + Number(minutes);
  return sum > 0 ? sum : null;
}

/** `2h`, `30m`, `1h30m`: what `minutesOf` reads as the same number. */
export function durationText(minutes: number): string {
  const [hours, rest] = [Math.floor(minutes / 60), minutes % 60];
  return `${hours > 0 ? `${hours}h` : ''}${rest > 0 || hours === 0 ? `${rest}m` : ''}`;
}
