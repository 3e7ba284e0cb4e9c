// PageSentences: what the page of `export --format html` says beside what the program says everywhere.

/** Words and sentences of a page; days and numbers come as values, since each language writes them in its own way. */
export interface PageSentences {
  /** Before the content, for those who go by keyboard. */
  readonly skip: string;
  /** The name of the list of parts. */
  readonly contents: string;
  readonly progress: string;
  readonly activity: string;
  readonly openTopics: string;
  readonly projects: string;
  readonly next: string;
  readonly bySection: string;
  readonly byLevel: string;
  /** Heads of columns. */
  readonly column: {
    readonly [name in 'section' | 'level' | 'done' | 'share' | 'week' | 'topics' | 'inAll']: string;
  };
  /** Behind the title: the day for which all of it holds. */
  asOf(day: string): string;
  /** `day` and `month` from 1. */
  date(day: number, month: number, year: number): string;
  /** At an axis, `month` from 1. */
  month(month: number): string;
  /** The same of a day. */
  dayOfMonth(day: number, month: number): string;
  /** Monday first; two or three letters. */
  readonly weekdays: readonly string[];
  percent(percent: number): string;
  ofTopics(done: number, total: number): string;
  openCount(count: number): string;
  hoursLeft(hours: number, isAtLeast: boolean): string;
  due(day: string): string;
  /** Nothing is known of when topics were done. */
  readonly noDays: string;
  readonly noTopics: string;
  readonly allDone: string;
  readonly heatMap: {
    readonly title: string;
    /** What the picture shows, in words. */
    summary(topics: number, days: number, from: string, to: string): string;
    readonly less: string;
    readonly more: string;
    day(day: string, topics: number): string;
    streak(weeks: number): string;
    best(topics: number, week: string): string;
  };
  readonly burnUp: {
    readonly title: string;
    summary(done: number, total: number, from: string, to: string): string;
    /** At the line of all topics. */
    all(count: number): string;
    readonly today: string;
    /** Done without a day: they are below the line from its beginning. */
    undated(count: number): string;
    /** In eight of ten runs all is done between these days; null is more than ten years away. */
    forecast(from: string | null, to: string | null): string;
    /** So many weeks with something done are missing for a forecast. */
    noForecast(missing: number): string;
    readonly change: { readonly [how in 'faster' | 'slower']: string };
    /** Days with many ticks that no pace is made of: some by their names, and how many there are. */
    bulk(days: readonly string[], count: number): string;
  };
  readonly table: {
    /** What opens it. */
    readonly open: string;
    readonly caption: string;
    /** Weeks without a done topic are left out. */
    readonly remark: string;
  };
  /** At the end of the page: by what it was made. */
  readonly madeBy: string;
}
