// Kinds: what each `--json` document holds; its type and the JSON Schema that ships are made from the same definition.
import * as v from 'valibot';
import { formats } from '../formats/registry.ts';
import { type ExtraField, extraFields, extraNames } from '../model/fields.ts';
import { layers } from '../model/lab.ts';
import { outcomes } from '../model/mock-exam.ts';
import { type ExtraFields, legacyStates, planFields, priorities, stages, statuses } from '../model/roadmap.ts';
import { urgencyKinds } from '../model/urgency-kind.ts';

// Only types are imported from here, so nothing of it is in the program (tests/architecture.test.ts).

/** As it goes out: lists of the model are read only. */
type Fixed<Value> = Value extends object ? { readonly [Key in keyof Value]: Fixed<Value[Key]> } : Value;
type Of<Schema extends v.GenericSchema> = Fixed<v.InferOutput<Schema>>;

const described = <Wrapped extends v.GenericSchema>(wrapped: Wrapped, description: string) =>
  v.pipe(wrapped, v.description(description));

const text = v.string();
const texts = v.array(text);
const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const percent = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(100));
const position = v.pipe(v.number(), v.integer(), v.minValue(1));
const instant = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/));
const day = v.pipe(v.string(), v.regex(/^\d{4}-\d\d-\d\d$/));

const address = described(text, 'For typing and reading, such as 4.2.1 or P1; it moves when the roadmap is renumbered');
const id = described(text, 'Stays when the roadmap is renumbered: written by the author, else made from the titles');
const level = described(v.nullable(text), 'Id of a level; null where topics have none');
const levelSource = described(
  v.nullable(v.picklist(['explicit', 'inherited', 'inferred'])),
  'explicit: written on it; inherited: written on what it is under; inferred: guessed from headings',
);
const status = v.picklist(statuses);
const completedOn = described(v.nullable(day), 'Only a done topic has a day; null where it is not known');
const format = v.picklist(formats.map(({ name }) => name));
const line = described(v.nullable(position), 'Line in the file of the roadmap; null where it has none');
const weight = described(v.nullable(v.pipe(v.number(), v.minValue(0))), 'Percent of an exam; null where none is given');
const notes = described(texts, "The author's lines below it that are no topics");
const hours = v.nullable(v.pipe(v.number(), v.minValue(0)));
const outcome = described(v.nullable(text), 'What one is able to do afterwards');

const tally = v.object({
  total: described(count, 'todo + doing + done; skipped topics are counted apart'),
  done: count,
  doing: count,
  todo: count,
  skipped: count,
  dated: described(count, 'Done topics whose day is known'),
  percent: described(percent, 'done / total, rounded down; 0 where the total is 0'),
});

const projectCount = v.object({ total: described(count, 'Skipped projects left out'), done: count });

const sectionHead = v.object({
  address: described(v.nullable(address), 'null: the topics outside any section, or the whole roadmap'),
  title: text,
  level,
  levelSource,
  weight,
  ...tally.entries,
});
export interface CountedSection extends Of<typeof sectionHead> {
  readonly sections: readonly CountedSection[];
}
const countedSection: v.GenericSchema<CountedSection> = v.object({
  ...sectionHead.entries,
  sections: described(v.array(v.lazy(() => countedSection)), 'Only those that have topics'),
});

const countedLevel = v.object({
  id: text,
  title: text,
  rubric: described(v.nullable(text), 'What one is able to do at this level'),
  levelSource,
  ...tally.entries,
  projects: projectCount,
  labs: described(
    v.nullable(v.object({ required: count, passed: count })),
    'Labs of the level that it asks for, and how many of its labs are passed; null where it asks for none',
  ),
  reached: described(
    v.nullable(v.boolean()),
    'Every topic of it and of the levels below is done, one project of each of them that has projects, and the labs that each asks for are passed; null where only a part of the roadmap was asked for',
  ),
});

const weekCount = v.object({ monday: described(day, 'Weeks begin on Monday'), topics: count });
const streak = v.object({
  weeks: described(count, 'Weeks with a topic; up to two weeks of rest in a row end nothing and are not counted'),
  rests: described(count, 'Weeks of rest between them'),
  from: described(day, 'The Monday of the first week'),
  to: described(day, 'The Monday of the last week with a topic'),
});

const named = v.object({ address, id, title: text });
const levelled = v.object({ ...named.entries, level });

const labHead = v.object({
  id: described(text, 'As `lab` takes it: the name of its file without .yaml'),
  title: text,
  topic: described(named, 'The topic of this roadmap that it practises'),
  level,
  minutes: described(v.pipe(v.number(), v.minValue(0)), 'How long it takes'),
  mend: described(v.boolean(), 'It begins with a manifest that has one fault'),
  passed: v.boolean(),
  passedOn: described(
    v.nullable(day),
    'The first day on which it was passed; null where it is not, or the day is not known',
  ),
});

const place = v.object({
  mode: described(v.picklist(['inline', 'file']), 'inline: ticks are in the note itself; file: in a progress file'),
  path: described(text, 'The file that holds the ticks'),
});

const abandoned = v.object({
  file: text,
  roadmap: described(v.nullable(text), 'The roadmap that it was kept for; null where that is not known'),
  fitting: described(count, 'Its ticks that fit a topic here'),
  total: count,
});

const sectionName = described(
  v.nullable(v.object({ address, title: text })),
  'The nearest section; null for what is in none, and for projects',
);

const legacy = described(
  v.nullable(
    v.object({
      state: v.picklist(legacyStates),
      since: described(v.nullable(text), 'Version of the subject'),
      use: described(v.nullable(text), 'What takes its place'),
    }),
  ),
  'Set where the topic is on its way out of the subject',
);

const extraKinds = { word: text, hours: v.number(), stage: v.picklist(stages) };
/** Their descriptions are those that editors show (src/schemas/documents.ts). */
const extraEntries = Object.fromEntries(
  extraNames.map((field) => [field, v.nullable(extraKinds[extraFields[field] as keyof typeof extraKinds])]),
) as unknown as { readonly [Field in ExtraField]: v.GenericSchema<ExtraFields[Field]> };

const extra = v.object({
  ...extraEntries,
  formerly: described(texts, 'Ids of topics that were merged into it'),
  same: described(texts, 'Topics of other roadmaps that are the same work, each as ROADMAP#id'),
  from: described(
    v.nullable(text),
    'The topic of another roadmap that it is done as, as ROADMAP#id: the tick is there; null for all others',
  ),
});

const planned = v.object({
  due: described(v.nullable(day), 'By which day it is to be done'),
  scheduled: described(v.nullable(day), 'On which day its author means to study it'),
  start: described(v.nullable(day), 'Before which day it is not to be begun'),
  created: described(v.nullable(day), 'On which day its author wrote it down'),
  priority: v.nullable(v.picklist(priorities)),
});
const spent = described(hours, 'Hours that its user wrote down for it; null where there are none');
const noteLines = described(v.array(v.object({ day, text })), 'What its user noted below it, each with its day');

const listed = v.object({
  address,
  id,
  title: text,
  status,
  completedOn,
  level,
  levelSource,
  section: sectionName,
  project: described(v.boolean(), 'True for a pet project, which is addressed P1, P2… and counted apart'),
  tags: texts,
  needs: described(texts, 'Ids of the topics that come before it'),
  links: texts,
  hours: described(hours, 'Hours that it takes'),
  legacy,
  line,
  ...extra.entries,
  ...planned.entries,
  spent,
  noteLines,
});

const project = v.object({
  goal: described(v.nullable(text), 'What is built; null for a topic that is no project'),
  criterion: described(v.nullable(text), 'When it counts as done'),
  proves: described(texts, 'Ids of the topics that it proves'),
  stack: described(texts, 'What it is built with'),
});

const step = v.object({
  day,
  address,
  id,
  title: text,
  from: described(v.nullable(status), 'null where only a date in the file shows it'),
  to: status,
  source: described(v.picklist(['journal', 'file']), 'Where the day comes from; file where the two differ'),
  gone: described(v.boolean(), 'The topic has left the roadmap: address, id and title are those of its day'),
});

const topicDetails = v.object({
  outcome,
  notes,
  unlocks: described(texts, 'Ids of the topics that need it'),
  history: described(
    v.array(v.object({ day, from: step.entries.from, to: status, source: step.entries.source })),
    'What became of it, newest first',
  ),
  ...project.entries,
  provedBy: described(texts, 'Ids of the projects that prove it'),
  labs: described(
    v.array(v.object({ id: text, title: text, passed: v.boolean(), passedOn: v.nullable(day) })),
    'What practises it, by the name that `lab` takes',
  ),
});

const reason = described(
  v.object({
    code: described(
      v.picklist(['doing', 'unlocked', 'level', 'order', 'waiting']),
      'doing: begun; unlocked: all it needs is done; level: of the level one is at; waiting: it needs what is still open',
    ),
    since: described(v.nullable(day), 'When it was begun; null where that is not known'),
    topics: described(texts, 'Ids of what it needs: all where it is unlocked, what is open where it waits'),
    urgency: described(
      v.nullable(v.picklist(urgencyKinds)),
      'overdue, soon: by the day on which it is due; highest to lowest: by its priority; later: it starts on a day to come; null where it has its usual place',
    ),
  }),
  'Why it is named; only with `next`',
);

const resource = v.object({ title: text, url: text, kind: v.nullable(text) });

const amount = v.pipe(v.number(), v.minValue(0));
const studyPace = v.object({ unit: v.picklist(['hours', 'topics']), perWeek: amount });

/** What half of the runs and what eight of ten of them hold. */
const dayRange = v.object({
  from: described(v.nullable(day), 'null where it is more than ten years away'),
  to: v.nullable(day),
});
const dayRanges = v.object({ half: dayRange, most: described(dayRange, 'Of eight of ten runs') });
const countRange = v.object({ from: count, to: count });
const countRanges = v.object({ half: countRange, most: described(countRange, 'Of eight of ten runs') });

const stand = v.object({ ...named.entries, section: sectionName });
const tickLine = v.object({
  line: position,
  address: described(v.nullable(text), 'As it is written; null where the line has none'),
  id: described(v.nullable(text), 'null on a line that was typed without it'),
  title: text,
  section: described(v.nullable(text), 'Title of the heading it is under'),
  status,
  completedOn,
});

const number = described(v.nullable(text), 'The number that the author wrote before the title');
const exportedTopicHead = v.object({
  address,
  id,
  idWritten: described(v.boolean(), 'Whether the author gave the id; others come from the titles'),
  number,
  title: text,
  status,
  completedOn,
  level,
  levelSource,
  outcome,
  hours: listed.entries.hours,
  needs: listed.entries.needs,
  tags: texts,
  links: texts,
  legacy,
  ...extra.entries,
  notes,
  fields: described(
    v.array(v.object({ name: v.picklist(planFields), value: text })),
    'What the line plans: days, priority, repetition',
  ),
  spent,
  noteLines,
});
export interface ExportedTopic extends Of<typeof exportedTopicHead> {
  readonly topics: readonly ExportedTopic[];
}
const exportedTopic: v.GenericSchema<ExportedTopic> = v.object({
  ...exportedTopicHead.entries,
  topics: v.array(v.lazy(() => exportedTopic)),
});
const exportedSectionHead = v.object({
  address,
  id,
  number,
  title: text,
  why: described(v.nullable(text), 'What the section is for'),
  level,
  levelSource,
  weight,
  notes,
  topics: v.array(exportedTopic),
});
export interface ExportedSection extends Of<typeof exportedSectionHead> {
  readonly sections: readonly ExportedSection[];
}
const exportedSection: v.GenericSchema<ExportedSection> = v.object({
  ...exportedSectionHead.entries,
  sections: v.array(v.lazy(() => exportedSection)),
});

/** What recurs, by the name it has in the schemas. */
export const recurring = {
  tally,
  countedSection,
  countedLevel,
  named,
  listed,
  stand,
  tickLine,
  step,
  exportedTopic,
  exportedSection,
};

/** Each kind without `schemaVersion` and `kind`, which all of them begin with. */
export const kinds = {
  status: v.object({
    asOf: described(day, 'Today, as the program took it'),
    roadmap: v.object({
      id: described(v.nullable(text), 'null where the author gave none'),
      title: text,
      path: described(v.nullable(text), 'null for a roadmap that comes with the program'),
      format,
      encoding: described(text, 'What the file is stored in, such as utf-8'),
      repaired: described(
        v.nullable(text),
        'Table by which a text that was encoded twice was put right; null for others',
      ),
    }),
    progress: place,
    total: tally,
    sections: described(v.array(countedSection), 'Only those with topics; they add up to the total'),
    levels: described(v.array(countedLevel), 'From the lowest; empty where topics have no levels'),
    projects: projectCount,
    readiness: described(v.nullable(percent), 'Percent of the exam, weighted by section; null without weights'),
    next: described(v.array(levelled), 'What to study now'),
    diagnostics: described(v.object({ errors: count, warnings: count }), 'What `lint` would find in the roadmap'),
    pace: described(
      v.nullable(
        v.object({
          topicsPerWeek: described(v.nullable(amount), 'null without a forecast'),
          hoursLeft: described(hours, 'Of open topics that have hours'),
          level: described(
            v.nullable(text),
            'The lowest level with open topics; null without levels, and then it is all',
          ),
          finish: described(v.nullable(dayRanges), 'When that is done; null without a forecast'),
          idleDays: described(v.nullable(count), 'Days since the last one with a tick, where they are ten or more'),
          begun: described(v.array(named), 'After ten idle days: what is in progress'),
        }),
      ),
      'null where nothing of it is known: `pace` says what is missing',
    ),
    abandoned: described(
      v.array(abandoned),
      'Progress files of roadmaps that are gone, in which ticks of topics of this one lie; `reconcile` takes them over',
    ),
  }),
  topics: v.object({
    topics: described(
      v.array(
        v.object({
          ...listed.entries,
          reason: v.exactOptional(reason),
          ...v.partial(topicDetails).entries,
          roadmap: v.exactOptional(described(text, 'With `next --all`: the name of its roadmap')),
        }),
      ),
      'With `show`, where several fit, each has the fields of kind "topic"',
    ),
  }),
  topic: v.object({
    ...listed.entries,
    ...topicDetails.entries,
  }),
  section: v.object({
    ...sectionHead.entries,
    sections: v.array(countedSection),
    id: described(v.nullable(text), 'null for a whole roadmap without id'),
    why: described(v.nullable(text), 'What the section is for; of a whole roadmap its description'),
    notes,
    line,
    topics: described(v.array(listed), 'All below, in document order'),
    prerequisites: described(texts, 'Empty for a section, as are resources and related'),
    resources: v.array(resource),
    related: described(texts, 'Related skills and tools'),
    hours: described(hours, 'Of its topics, skipped ones left out; null where no topic has hours'),
    hoursLeft: described(hours, 'Of those that are not done'),
    levels: described(v.array(v.object({ id: text, title: text, ...tally.entries })), 'Those that its topics have'),
    projectHours: described(hours, 'Of the projects, which are counted apart; null for a section'),
    projectHoursLeft: described(hours, 'Of those that are not done'),
  }),
  log: v.object({
    entries: described(v.array(step), 'Newest first'),
    total: described(count, 'All that fit, also those that `-n` leaves out'),
    undated: described(count, 'Topics that are done on no known day'),
  }),
  calendar: v.object({
    asOf: day,
    from: described(day, 'The first day of the period'),
    to: described(day, 'The last one; both belong to it'),
    total: described(count, 'Topics that were done in the period; projects are counted apart'),
    days: described(
      v.array(
        v.object({
          day,
          topics: described(count, 'Done on that day'),
          hours: described(hours, 'Of those topics; null where none has hours'),
          levels: described(v.array(v.object({ id: text, topics: count })), 'Topics without a level are in none'),
        }),
      ),
      'Days of the period on which something was done, oldest first',
    ),
    weeks: described(
      v.array(weekCount),
      'Weeks in which something was done, oldest first; only days of the period count',
    ),
    bestWeek: described(v.nullable(weekCount), 'The one with the most topics, of several the newest'),
    streak: described(
      v.nullable(streak),
      'The one that goes on at the end of the period, also where it began before the period; null where none does',
    ),
    longestStreak: described(v.nullable(streak), 'Until the end of the period'),
    levels: described(v.array(v.object({ id: text, title: text, topics: count })), 'Topics of the period by level'),
    undated: described(count, 'Topics that are done on no known day'),
  }),
  levels: v.object({
    levels: v.array(
      v.object({
        ...countedLevel.entries,
        missing: described(v.array(named), 'Its own topics that are not done'),
        missingProjects: described(v.array(named), 'Its open projects, where none of them is done'),
        hours: described(hours, 'Of its topics, skipped ones left out; null where none has hours'),
        hoursLeft: described(hours, 'Of those that are not done'),
        projectHours: described(hours, 'Of its projects, of which one is enough; null where none has hours'),
        projectHoursLeft: described(hours, 'Of those that are not done'),
        practised: described(
          v.nullable(v.object({ total: count, passed: count })),
          'Labs of the level, and those that are passed; null where it has none',
        ),
      }),
    ),
  }),
  projects: v.object({
    total: described(count, 'Of the projects listed; skipped ones left out'),
    done: count,
    projects: v.array(
      v.object({
        ...listed.entries,
        ...project.entries,
        provesTopics: described(
          v.array(v.object({ ...named.entries, status })),
          'The topics that `proves` names, without ids that no topic has',
        ),
      }),
    ),
    hours: described(hours, 'Of the projects listed, skipped ones left out; null where none has hours'),
    hoursLeft: described(hours, 'Of those that are not done'),
  }),
  gate: v.object({
    level: text,
    reached: described(v.boolean(), 'The answer that the exit status gives'),
    at: described(v.nullable(v.number()), 'The percentage that was asked for; null without --at'),
    percent,
    total: described(count, 'Topics of the level and of those below, skipped ones left out'),
    done: count,
    missing: described(v.array(named), 'All of them that are not done, also where the answer is yes'),
    missingProjects: described(
      v.array(levelled),
      'Open projects of levels that have none done: one of each level is needed; empty with --at',
    ),
    missingLabs: described(
      v.array(v.object({ level: text, missing: count })),
      'Levels that ask for more labs than are passed; empty with --at',
    ),
  }),
  pace: v.object({
    asOf: described(day, 'Today, as the program took it'),
    weeks: described(
      v.array(v.object({ from: described(day, 'A Monday'), topics: count, hours })),
      'Whole weeks, oldest first, idle ones too, without the days that were set aside; 26 at most',
    ),
    activeWeeks: described(count, 'Those with a topic'),
    currentWeek: described(count, 'Topics of the week that is not over; it is no part of the pace'),
    missingWeeks: described(count, 'Active weeks that a forecast still needs; 0 where there is one'),
    topicsPerWeek: described(v.nullable(amount), 'null without a forecast'),
    hoursPerWeek: described(v.nullable(amount), 'null without a forecast, and where no topic has hours'),
    undated: described(count, 'Topics that are done on no known day'),
    spent: described(
      v.nullable(v.object({ topics: count, estimated: amount, spent: amount })),
      'Hours of done topics that have an estimate and time spent; null where there are none',
    ),
    setAside: described(
      v.array(v.object({ day, topics: count })),
      'Days on which far more was ticked than on others: done, and no part of the pace',
    ),
    change: described(
      v.nullable(
        v.object({
          direction: v.picklist(['faster', 'slower']),
          since: described(day, 'The Monday of the first week of the new pace'),
          before: described(amount, 'Topics a week'),
          after: amount,
        }),
      ),
      'Set where the pace is changing, so that the ranges are less sure',
    ),
    targets: described(
      v.array(
        v.object({
          level: described(v.nullable(text), 'Id of a level that has open topics; null: all that was asked for'),
          title: text,
          left: described(count, 'Open topics of it and of the levels below'),
          hoursLeft: described(hours, 'Of those that have hours'),
          finish: described(v.nullable(dayRanges), 'null without a forecast'),
          planned: described(v.nullable(day), 'At the pace that was asked for; null without one'),
        }),
      ),
      'Levels from the lowest; all that was asked for comes last',
    ),
    pace: described(v.nullable(studyPace), 'The pace that was asked for'),
    by: described(
      v.nullable(
        v.object({
          day,
          goal: described(v.boolean(), 'Whether it is the goal of the configuration'),
          done: described(v.nullable(countRanges), 'Topics that will be done by then; null without a forecast'),
          neededPerWeek: described(v.nullable(amount), 'null where the day is today'),
          neededHoursPerWeek: v.nullable(amount),
        }),
      ),
      'null without a day',
    ),
    method: described(
      v.object({
        name: v.literal('week-bootstrap'),
        runs: count,
        seed: count,
        weeks: described(count, 'The newest weeks that the forecast goes by'),
        weeksLookedAt: count,
        leastActiveWeeks: count,
        priorWeeks: count,
        dispersion: v.number(),
        drift: v.number(),
      }),
      'How the ranges were made (docs/pace.md)',
    ),
  }),
  plan: v.object({
    asOf: described(day, 'Today, as the program took it: the first day of the plan'),
    by: described(v.nullable(day), 'The day by which all is to be done; null without one'),
    buffer: described(count, 'Days before `by` on which nothing is planned'),
    pace: described(
      v.nullable(
        v.object({ ...studyPace.entries, given: described(v.boolean(), 'False: the least one at which all fits') }),
      ),
      'null where nothing is open',
    ),
    weeks: described(
      v.array(
        v.object({
          from: described(day, 'A Monday; of the first week today'),
          until: day,
          room: described(amount, 'The share of the pace that these days have, in its unit'),
          used: described(amount, 'How much of that is taken'),
          topics: described(
            v.array(
              v.object({
                ...levelled.entries,
                project: v.boolean(),
                hours: described(hours, 'Spent on it in this week; null where topics are counted and it has none'),
                part: described(position, 'Which of its weeks this is'),
                parts: described(position, 'In how many weeks it is studied'),
                added: described(v.boolean(), 'It was not asked for, but what was asked for needs it'),
              }),
            ),
            'Each behind what it needs',
          ),
        }),
      ),
      'Those in which something is studied',
    ),
    totalWeeks: described(count, 'Also those that `-n` leaves out'),
    unplaced: described(
      v.array(
        v.object({
          ...levelled.entries,
          project: v.boolean(),
          hours,
          reason: described(v.picklist(['time', 'needs']), 'needs: it needs one that does not fit'),
        }),
      ),
      'What does not fit',
    ),
    needed: described(v.nullable(studyPace), 'The least pace at which all fits, where at the given one it does not'),
    assumed: described(
      v.array(
        v.object({
          kind: v.picklist(['topics', 'projects']),
          count,
          hours: v.number(),
          from: described(v.picklist(['median', 'unit']), 'The median of those that have hours, or an hour'),
        }),
      ),
      'What those without hours are taken to need',
    ),
  }),
  change: v.object({
    file: described(text, 'The file that holds the ticks'),
    changed: v.array(v.object({ ...named.entries, from: status, to: status, completedOn })),
    unchanged: described(v.array(v.object({ ...named.entries, status, completedOn })), 'Were as they should be'),
    total: described(tally, 'Of the roadmap after the change'),
    noted: v.exactOptional(
      described(v.object({ ...named.entries, spent, noteLines }), 'The topic that time or a note was written to'),
    ),
    dryRun: v.exactOptional(described(v.literal(true), 'Only with --dry-run: nothing was written')),
  }),
  diagnostics: v.object({
    diagnostics: v.array(
      v.object({
        code: described(text, 'Stable; docs/lint.md has them all, and new ones are added'),
        severity: v.picklist(['error', 'warning', 'info']),
        file: described(text, 'Its path, or the name of a roadmap that comes with the program'),
        line: described(v.nullable(position), 'null for what is about the whole file'),
        column: v.nullable(position),
        message: text,
        hint: text,
      }),
    ),
  }),
  reconcile: v.object({
    progress: place,
    applied: described(v.boolean(), 'True with --apply: it was written'),
    inPlace: described(count, 'Lines that say what the roadmap says'),
    joined: described(count, 'Lines that look like another version of the same: of each two, one stays with --apply'),
    links: described(
      v.array(
        v.object({
          kind: described(
            v.picklist(['renumbered', 'moved', 'renamed']),
            'What is both moved and renamed is renamed; renumbered: only the number differs',
          ),
          proposedBy: described(
            v.nullable(v.picklist(['likeness', 'place'])),
            'The evidence for it; null where the line finds its topic by itself',
          ),
          was: tickLine,
          topic: stand,
        }),
      ),
      'Lines that belong to a topic and do not say so any more',
    ),
    orphans: described(
      v.array(v.object({ was: tickLine, candidates: described(v.array(stand), 'The likeliest first') })),
      'Lines that fit no topic',
    ),
    added: described(
      v.nullable(v.array(stand)),
      'Topics that were not there when ticks were last written; null where that is not known',
    ),
    abandoned: described(
      v.nullable(abandoned),
      'The file from which ticks are taken over: the progress file of a roadmap that is no longer where it was, or what --from names',
    ),
    move: described(
      v.nullable(v.object({ from: text, to: text, count })),
      'Set with --progress: ticks that change places',
    ),
    abandonedElsewhere: described(v.array(abandoned), 'Other such files; --from names one of them'),
  }),
  explanation: v.object({
    file: text,
    lines: described(
      v.array(
        v.object({
          line: position,
          what: v.picklist(['title', 'section', 'topic', 'project', 'kept', 'note', 'nothing']),
          rule: described(text, 'Of docs/formats.md, such as T2'),
          because: described(text, 'A word for the reason; new ones are added'),
          address: described(v.nullable(text), 'Of a section, topic or project'),
        }),
      ),
      'Blank lines left out',
    ),
  }),
  roadmap: v.object({
    id: v.nullable(text),
    title: text,
    description: v.nullable(text),
    version: described(v.nullable(text), 'Version of the subject'),
    levels: described(
      v.array(
        v.object({
          id: text,
          title: text,
          rubric: v.nullable(text),
          labs: described(v.nullable(count), 'Labs of it that have to be passed; null where it asks for none'),
        }),
      ),
      'From the lowest',
    ),
    prerequisites: texts,
    resources: v.array(resource),
    topics: described(v.array(exportedTopic), 'Those outside any section'),
    sections: v.array(exportedSection),
    projects: v.array(v.object({ ...exportedTopicHead.entries, topics: v.array(exportedTopic), ...project.entries })),
  }),
  roadmaps: v.object({
    roadmaps: v.array(
      v.object({
        name: described(text, 'As -r takes it'),
        path: described(v.nullable(text), 'null for a bundled roadmap'),
        bundled: v.boolean(),
        progress: described(v.nullable(text), 'inline, or the file with its ticks, where the configuration says so'),
        default: described(v.boolean(), 'It is meant where none is named'),
        there: described(v.boolean(), 'false: its file is gone'),
      }),
    ),
  }),
  overview: v.object({
    roadmaps: described(
      v.array(
        v.object({
          name: described(text, 'As -r takes it'),
          path: described(v.nullable(text), 'null for a bundled roadmap'),
          id: v.nullable(text),
          title: v.nullable(text),
          total: v.nullable(tally),
          next: v.nullable(v.object({ address, title: text, level })),
          lastOn: described(v.nullable(day), 'The last day on which something was done'),
          error: described(
            v.nullable(text),
            'Why it cannot be read, as a code; then everything else but the name is null',
          ),
        }),
      ),
      'Registered ones, and those that are bundled and begun',
    ),
  }),
  prompt: v.object({
    total: tally,
    next: v.nullable(v.object({ address, title: text, level })),
  }),
  paths: v.object({
    paths: v.array(
      v.object({
        name: described(
          text,
          'What the place is for: configuration, project, roadmap, ticks, data, state, cache, bundled',
        ),
        path: text,
        there: described(v.boolean(), 'false: it is made when something is written there'),
      }),
    ),
  }),
  doctor: v.object({
    findings: v.array(
      v.object({
        code: text,
        severity: v.picklist(['ok', 'info', 'warning', 'error']),
        message: text,
        hint: v.nullable(text),
      }),
    ),
  }),
  config: v.object({
    settings: v.array(
      v.object({
        key: described(text, 'With those above it, such as roadmaps.kafka.file'),
        values: described(texts, 'As they are written; one, but for lists'),
        from: described(text, 'The file or variable that sets it'),
      }),
    ),
  }),
  init: v.object({
    file: described(text, 'What was written'),
    id: described(v.nullable(text), 'null where the roadmap has none'),
    title: text,
    format,
    topics: count,
    projects: count,
  }),
  labs: v.object({ labs: described(v.array(labHead), 'In the order of the topics; none where the roadmap has none') }),
  lab: v.object({
    ...labHead.entries,
    task: described(text, 'What must be true afterwards'),
    namespace: described(text, 'Of objects that name none'),
    facts: described(texts, 'What holds in the cluster and is in no manifest'),
    manifests: described(text, 'YAML of what is in the cluster; empty where there is nothing'),
    start: described(text, 'YAML that an answer begins with; empty where it begins with nothing'),
    hints: v.object({ total: count, shown: described(texts, 'Those that were asked for so far') }),
    solution: described(v.nullable(text), 'null where --solution was not given'),
    docs: described(texts, 'Where the facts are from'),
  }),
  verdict: v.object({
    lab: labHead,
    passed: described(v.boolean(), 'The answer that the exit status gives'),
    checks: v.array(
      v.object({
        id: text,
        title: text,
        holds: described(v.nullable(v.boolean()), 'null: not judged, because the answer failed before'),
      }),
    ),
    problems: v.array(
      v.object({
        layer: described(
          v.picklist(layers),
          'What was judged: the text, each object, the objects together, the checks',
        ),
        check: described(v.nullable(text), 'The check that does not hold; null in the other layers'),
        message: text,
        hint: v.nullable(text),
        file: described(v.nullable(text), 'As it was named; - for standard input'),
        line: v.nullable(position),
        column: v.nullable(position),
      }),
    ),
    recorded: described(v.nullable(text), 'The progress file that got its line now; null where none was written'),
    ticked: described(v.boolean(), 'The topic was ticked with it'),
  }),
  mock: v.object({
    roadmap: v.object({ id: described(v.nullable(text), 'null where the author gave none'), title: text }),
    folder: described(text, 'As it was named, or mock- and the roadmap'),
    seed: described(count, 'What the tasks were drawn by'),
    minutes: count,
    pass: described(percent, 'The percentage that passes'),
    started: instant,
    ends: instant,
    finished: described(v.nullable(instant), 'null while it runs'),
    secondsLeft: described(v.nullable(count), '0 when the time is over; null where it is finished'),
    tasks: v.array(
      v.object({
        folder: described(text, 'Its name in the folder of the exam'),
        lab: described(text, 'As `lab` takes it'),
        title: described(v.nullable(text), 'null where the lab is not there any more'),
        topic: v.nullable(named),
        domain: v.object({ id: described(text, 'Id of a section'), title: text }),
        state: described(
          v.picklist(['begun', ...outcomes]),
          'untouched: as it was given; begun: not judged yet; judged; invalid: no valid manifest; late: saved after the end; gone: the lab is not there any more',
        ),
        held: described(
          v.nullable(count),
          'Checks that hold, also of a late answer, which does not count; null while it runs',
        ),
        checks: v.nullable(count),
      }),
    ),
    result: described(
      v.nullable(
        v.object({
          percent,
          passed: described(v.boolean(), 'The answer that the exit status of --finish gives'),
          domains: v.array(v.object({ id: text, title: text, weight, tasks: count, percent })),
        }),
      ),
      'null while it runs',
    ),
    study: described(
      v.array(v.object({ topic: named, lab: text })),
      'Topics of tasks that are not whole, those of the weakest domain first; none while it runs',
    ),
    recorded: described(
      v.nullable(text),
      'The progress file that got lines of passed labs now; null where none was written',
    ),
  }),
  open: v.object({ ...named.entries, link: described(text, 'An https or http address') }),
  repair: v.object({
    file: text,
    encoding: described(text, 'What the file is stored in'),
    table: described(v.nullable(text), 'Table by which it was put right; null where nothing had to be'),
    text: described(text, 'The whole text, put right'),
  }),
};

export type Kind = keyof typeof kinds;

/** What a document of that kind says. */
export type Content<Name extends Kind> = Of<(typeof kinds)[Name]>;
/** One of a list in it. A function that returns it may add nothing that is not described, where a bare one could. */
export type One<Name extends Kind, List extends keyof Content<Name>> = Content<Name>[List] extends
  | readonly (infer Each)[]
  | null
  ? Each
  : never;

export type Counts = Of<typeof tally>;
export type CountedLevel = Of<typeof countedLevel>;
export type Named = Of<typeof named>;
export type Listed = Of<typeof listed>;
export type ProjectFields = Of<typeof project>;
export type TopicDetails = Of<typeof topicDetails>;
export type SectionedTopic = Of<typeof stand>;
export type TickLine = Of<typeof tickLine>;
