// English: what the program says, for people who read English.
import { encodingName } from './encoding-name.ts';
import type { Messages } from './messages.ts';
import { englishForm } from './plural.ts';

const counted = (count: number, one: string, many: string): string => `${count} ${englishForm(count, one, many)}`;

const verbs = { done: 'done', start: 'in progress', skip: 'skipped', reopen: 'open' };

const priorities = { highest: 'highest', high: 'high', medium: 'medium', low: 'low', lowest: 'lowest' };

export const english: Messages = {
  label: {
    next: 'next',
    levels: 'levels',
    outcome: 'outcome',
    why: 'why',
    needs: 'needs',
    unlocks: 'unlocks',
    provedBy: 'proved by',
    history: 'history',
    tags: 'tags',
    links: 'links',
    notes: 'notes',
    file: 'file',
    legacy: 'outdated',
    stage: 'stage',
    since: 'since',
    retired: 'retired',
    formerly: 'formerly',
    same: 'same as',
    hours: 'hours',
    due: 'due',
    scheduled: 'scheduled',
    start: 'starts',
    created: 'created',
    priority: 'priority',
    spent: 'spent',
    goal: 'goal',
    criterion: 'criterion',
    proves: 'proves',
    stack: 'stack',
    version: 'version',
    prerequisites: 'prerequisites',
    resources: 'resources',
    related: 'related',
    projects: 'projects',
    lab: 'lab',
    labs: 'labs',
  },
  state: { todo: 'to do', doing: 'in progress', done: 'done', skipped: 'skipped' },
  mark: { todo: 'todo', doing: 'doing', done: 'done', skipped: 'skipped' },
  turned: { todo: 'reopened', doing: 'begun', done: 'done', skipped: 'skipped' },
  severity: { error: 'error', warning: 'warning', info: 'info' },

  topics: (count) => counted(count, 'topic', 'topics'),
  doing: (count) => `${count} in progress`,
  skipped: (count) => `${count} skipped`,
  doneCount: (count) => `${count} done`,
  doneToday: (count) => `${count} done today`,
  projects: (done, total) => `projects ${done}/${total}`,
  readiness: (percent) => `ready for ${percent} % of the exam`,
  warnings: (count) => counted(count, 'warning', 'warnings'),
  errorCount: (count) => counted(count, 'error', 'errors'),
  infos: (count) => counted(count, 'remark', 'remarks'),
  more: (count) => `and ${count} more`,
  moreSections: (count) => `and ${counted(count, 'more section', 'more sections')}`,
  hours: (hours) => `${hours} h`,
  spent: (hours) => `${hours} h spent`,
  hoursLeft: (all, left, isAtLeast) =>
    `${isAtLeast ? 'at least ' : ''}${all} h${left === all ? '' : `, ${left} h left`}`,
  projectHours: (all, left, isAtLeast) => `projects ${english.hoursLeft(all, left, isAtLeast)}`,
  weight: (weight, done) => `weight ${weight}%${done === 0 ? '' : `, ${counted(done, 'point', 'points')} of it ready`}`,
  legacy: (state, since, use) =>
    `${state}${since === null ? '' : ` ${state === 'deprecated' ? 'since' : 'in'} ${since}`}${use === null ? '' : `; use ${use}`}`,
  stage: { experimental: 'experimental', alpha: 'alpha', beta: 'beta', stable: 'stable' },
  planned: {
    due: (day) => `due ${day}`,
    scheduled: (day) => `scheduled ${day}`,
    start: (day) => `starts ${day}`,
    priority: (priority) => `${priorities[priority]} priority`,
  },
  priority: priorities,
  retiredSince: (since) => `retired ${since}`,
  retired: (since) => `${since}; it counts only once you begin it`,

  doneIn: (roadmap) => `done in ${roadmap}`,
  project: 'project',
  reached: 'reached',
  inferred: 'inferred',
  levelsInferred: 'levels are inferred, see `lint`',
  repaired: (encoding) => `read through a repair from ${encodingName(encoding)}; the file itself is untouched`,
  noTopics: (reason) =>
    reason === 'prose'
      ? {
          message: 'no topics: this document is prose, without boxes, lists or tables to tick',
          hint: 'write the topics as `- [ ] topic` and they are tracked from then on',
        }
      : {
          message: 'no topics: there is nothing in it yet',
          hint: reason === 'empty' ? 'write the first one: `- [ ] topic`' : 'write the first one: `topics: [topic]`',
        },
  filter: {
    levels: (titles) => `level ${titles.join(' or ')}`,
    states: (words) => words.join(' or '),
    tag: (tag) => `tag #${tag}`,
    search: (text) => `with "${text}"`,
    since: (day) => `done since ${day}`,
    until: (day) => `done until ${day}`,
    overdue: 'overdue',
    due: (from, to) => (from === null ? `due by ${to}` : to === null ? `due from ${from}` : `due ${from} to ${to}`),
  },
  partOf: (title) => `a part of ${title}`,
  noneListed: (part, commands) => ({
    message: `no topic fits ${part}`,
    hint: `fewer filters find more; \`${commands.to('list')}\` shows every topic`,
  }),
  nothingOpen: 'nothing is open',
  allDone: (count) => (count === 1 ? 'The only topic is done.' : `All ${count} topics are done.`),
  period: (from, to, days) =>
    from === to ? `In one day, ${from}.` : `${from} to ${to}, ${counted(days, 'day', 'days')}. Well done.`,

  andBelow: (title, count) => `${title} and ${count} below`,
  unchanged: (verb, count) =>
    verb === 'undo' || verb === 'redo'
      ? `nothing to ${verb}`
      : `nothing to change: ${count === 1 ? 'it is' : `all ${count} are`} ${verbs[verb]} already`,
  passedOver: (count) => `${counted(count, 'topic', 'topics')} left as before`,
  joined: (count) =>
    `${counted(count, 'line', 'lines')} with the id of another line ${count === 1 ? 'was' : 'were'} joined with it`,
  sectionDone: 'section complete',
  sectionsDone: (done, all) =>
    done === all
      ? `${all === 1 ? 'the section is' : `all ${all} sections are`} complete`
      : `${done} of ${all} sections ${englishForm(done, 'is', 'are')} complete`,
  level: {
    reached: (title) => `${title} is reached`,
    needs: (title, topics) => `${title} still needs ${counted(topics, 'topic', 'topics')}`,
    waits: (title, below) => `all of ${title} is done; ${below} is not reached yet`,
  },
  reverted: 'taken back',
  restored: 'brought back',
  firstTick: (file, count, undo) =>
    count === 1
      ? `The tick is in ${file}; \`${undo}\` takes it back.`
      : `${count === 0 ? 'What was written is' : 'The ticks are'} in ${file}; \`${undo}\` takes ${count === 0 ? 'it' : 'them'} back.`,
  eraseDates: (count, dates) => `This takes away ${counted(count, 'date', 'dates')}: ${dates}. Go on?`,
  erased: (count, dates) => `${englishForm(count, 'date', 'dates')} taken away: ${dates}`,
  dayKept: (count, day) => `${count === 1 ? 'the day was' : `${count} days were`} not changed to ${day}; to do so:`,
  recurringPassed: (address, title) =>
    `${address} ${title}: left as it is, because the task repeats; tick it in Obsidian`,
  deleteKept: (address) =>
    `${address}: the line stays, although it says 🏁 delete; the Obsidian Tasks plugin would remove it`,
  defect: (what) =>
    `a defect of ours: ${what}\nhint: please report it with what you typed; DEBUG=1 before the command prints where it happened`,
  dryRun: 'dry run: nothing was written',
  nothingSelected: 'nothing was selected, and nothing was changed',
  noDifference: 'nothing would change',

  nothingFound: (files, file) => `nothing to report in ${files === 1 ? file : counted(files, 'file', 'files')}`,
  filesLinted: (done, all) => `${done} of ${counted(all, 'file', 'files')} checked`,
  filesSearched: (done, all) => `${done} of ${counted(all, 'progress file', 'progress files')} searched`,
  sectionsWritten: (done, all) => `${done} of ${counted(all, 'section', 'sections')} written`,
  nothingToLint: (folder) => `no .md, .markdown, .txt, .org, .yaml or .yml file in ${folder}`,
  moreFindings: (count, code) => `and ${count} more [${code}]; \`--plain\` lists them all`,
  mendable: (count) => `${count} of these can be mended without changing a meaning:`,
  mended: (count, file) => `${counted(count, 'place', 'places')} mended in ${file}; to take it back:`,
  noRepair: (file, encoding) =>
    `${file} needs no repair; it is ${encodingName(encoding)}${encoding === 'utf-8' ? '' : ', printed as UTF-8'}`,
};
