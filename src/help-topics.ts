// HelpTopics: what `help` explains besides commands; each is a file of docs/help/.

/** What each of them is about, as `--help` lists it. */
export const helpTopics = {
  addresses: 'which topics a selector names',
  dates: 'the days that --on, --since, --until and --due take',
  formats: 'the files that are read, and where their ticks go',
  scripting: '--json, --plain, exit statuses, environment, files',
} as const;

export type HelpTopicName = keyof typeof helpTopics;

export const isHelpTopic = (word: string): word is HelpTopicName => Object.hasOwn(helpTopics, word);
