// Merging by topic, case by case: what becomes of boxes, days, words, places and line ends of two sides and their ancestor.
import { describe, expect, it } from 'vitest';
import { hasGit, noGit } from '../../support/git.ts';
import { mergeInMemory } from '../../support/merge.ts';

const lines = (...text: readonly string[]): string => text.map((line) => `${line}\n`).join('');

interface Case {
  readonly name: string;
  readonly base: readonly string[];
  readonly ours: readonly string[];
  readonly theirs: readonly string[];
  /** The same in both orders, unless `back` says otherwise. */
  readonly merged: readonly string[];
  readonly back?: readonly string[];
  /** Whether it is left to a person. */
  readonly conflict?: true;
}

const markers = (ours: readonly string[], theirs: readonly string[]): string[] => [
  '<<<<<<< ours',
  ...ours,
  '=======',
  ...theirs,
  '>>>>>>> theirs',
];

const head = ['---', 'roadmap: istio', '---', '', '# Istio', ''];

const withLabs = (...labs: readonly string[]): readonly string[] => [...head, '## Labs', '', ...labs];

const cases: readonly Case[] = [
  {
    name: 'a lab that both sides passed: once, with its first day',
    base: head.slice(0, -1),
    ours: withLabs('- [x] lab:tea ✅ 2026-03-02', '- [x] lab:ours ✅ 2026-03-03'),
    theirs: withLabs('- [x] lab:tea ✅ 2026-03-01', '- [x] lab:theirs ✅ 2026-03-04'),
    merged: withLabs('- [x] lab:tea ✅ 2026-03-01', '- [x] lab:ours ✅ 2026-03-03', '- [x] lab:theirs ✅ 2026-03-04'),
    back: withLabs('- [x] lab:tea ✅ 2026-03-01', '- [x] lab:theirs ✅ 2026-03-04', '- [x] lab:ours ✅ 2026-03-03'),
  },
  {
    name: 'a lab of one side and a topic of the other: the lab comes behind all topics',
    base: head.slice(0, -1),
    ours: withLabs('- [x] lab:tea ✅ 2026-03-02'),
    theirs: [...head, '## 2 Basics', '', '- [x] 2.1 a 🆔 a ✅ 2026-03-01'],
    merged: [
      ...[...head, '## 2 Basics', '', '- [x] 2.1 a 🆔 a ✅ 2026-03-01', ''],
      ...['## Labs', '', '- [x] lab:tea ✅ 2026-03-02'],
    ],
  },
  {
    name: 'notes that both sides wrote below one topic: all of them, and what both wrote once',
    base: ['- [ ] a', '- [ ] b'],
    ours: ['- [x] a ✅ 2026-03-01', '  - note 2026-03-01: both', '  - note 2026-03-01: ours', '- [ ] b'],
    theirs: ['- [ ] a', '  - note 2026-03-01: both', '  - note 2026-03-02: ✅ 2026-01-01 🆔 x', '- [ ] b'],
    merged: [
      '- [x] a ✅ 2026-03-01',
      '  - note 2026-03-01: both',
      '  - note 2026-03-01: ours',
      '  - note 2026-03-02: ✅ 2026-01-01 🆔 x',
      '- [ ] b',
    ],
    back: [
      '- [x] a ✅ 2026-03-01',
      '  - note 2026-03-01: both',
      '  - note 2026-03-02: ✅ 2026-01-01 🆔 x',
      '  - note 2026-03-01: ours',
      '- [ ] b',
    ],
  },
  {
    name: 'a note of each side below one line of a progress file',
    base: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01'],
    ours: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '  - note 2026-03-01: ours', '- [x] 2 b 🆔 b ✅ 2026-03-03'],
    theirs: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '  - note 2026-03-02: theirs'],
    merged: [
      ...[...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '  - note 2026-03-01: ours', '  - note 2026-03-02: theirs'],
      '- [x] 2 b 🆔 b ✅ 2026-03-03',
    ],
    back: [
      ...[...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '  - note 2026-03-02: theirs', '  - note 2026-03-01: ours'],
      '- [x] 2 b 🆔 b ✅ 2026-03-03',
    ],
  },
  {
    name: 'a topic that both sides put into a progress file, with a note each',
    base: [...head, '- [x] 9 z 🆔 z ✅ 2026-03-01'],
    ours: [...head, '- [ ] 1 a 🆔 a', '  - note 2026-03-01: ours', '- [x] 9 z 🆔 z ✅ 2026-03-01'],
    theirs: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-02', '  - note 2026-03-02: theirs', '- [x] 9 z 🆔 z ✅ 2026-03-01'],
    merged: [
      ...[...head, '- [x] 1 a 🆔 a ✅ 2026-03-02', '  - note 2026-03-01: ours', '  - note 2026-03-02: theirs'],
      '- [x] 9 z 🆔 z ✅ 2026-03-01',
    ],
    back: [
      ...[...head, '- [x] 1 a 🆔 a ✅ 2026-03-02', '  - note 2026-03-02: theirs', '  - note 2026-03-01: ours'],
      '- [x] 9 z 🆔 z ✅ 2026-03-01',
    ],
  },
  {
    name: 'a line of a progress file that one side took out, and the other wrote a note below',
    base: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '- [x] 2 b 🆔 b ✅ 2026-03-01'],
    ours: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01'],
    theirs: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '- [x] 2 b 🆔 b ✅ 2026-03-01', '  - note 2026-03-02: on b'],
    merged: [...head, '- [x] 1 a 🆔 a ✅ 2026-03-01', '- [x] 2 b 🆔 b ✅ 2026-03-01', '  - note 2026-03-02: on b'],
  },
  {
    name: 'neighbours ticked by one side each',
    base: ['- [ ] a', '- [ ] b'],
    ours: ['- [x] a ✅ 2026-03-01', '- [ ] b'],
    theirs: ['- [ ] a', '- [x] b ✅ 2026-03-02'],
    merged: ['- [x] a ✅ 2026-03-01', '- [x] b ✅ 2026-03-02'],
  },
  {
    name: 'one line ticked by both: the earliest day',
    base: ['- [ ] a'],
    ours: ['- [x] a ✅ 2026-03-05'],
    theirs: ['- [x] a ✅ 2026-03-01'],
    merged: ['- [x] a ✅ 2026-03-01'],
  },
  {
    name: 'reopened by one side, untouched by the other',
    base: ['- [x] a ✅ 2026-03-01', '- [ ] b'],
    ours: ['- [ ] a', '- [ ] b'],
    theirs: ['- [x] a ✅ 2026-03-01', '- [x] b ✅ 2026-03-02'],
    merged: ['- [ ] a', '- [x] b ✅ 2026-03-02'],
  },
  {
    name: 'reopened by one side, given another day by the other',
    base: ['- [x] a ✅ 2026-03-05'],
    ours: ['- [ ] a'],
    theirs: ['- [x] a ✅ 2026-03-03'],
    merged: ['- [x] a ✅ 2026-03-03'],
  },
  {
    name: 'done beats skipped beats doing beats todo',
    base: ['- [ ] a', '- [ ] b', '- [x] c ✅ 2026-01-01'],
    ours: ['- [-] a ❌ 2026-03-01', '- [/] b', '- [ ] c'],
    theirs: ['- [x] a ✅ 2026-03-05', '- [-] b ❌ 2026-03-02', '- [/] c'],
    merged: ['- [x] a ✅ 2026-03-05', '- [-] b ❌ 2026-03-02', '- [/] c'],
  },
  {
    name: 'a tick with a day beats one without; the form of the side that wins stays',
    base: ['- [ ] a', '- [ ] b [due:: 2026-09-01]'],
    ours: ['- [X] a', '- [x] b [due:: 2026-09-01]  [completion:: 2026-03-02]'],
    theirs: ['- [x] a ✅ 2026-03-05', '- [x] b [due:: 2026-09-01] ✅ 2026-03-03'],
    merged: ['- [x] a ✅ 2026-03-05', '- [x] b [due:: 2026-09-01]  [completion:: 2026-03-02]'],
  },
  {
    name: 'a line edited by one side and ticked by the other',
    base: ['- [ ] Topics', '- [ ] Offsets ^b1', '- [x] Acks ✅ 2026-01-01', '- [ ] Quotas 📅 2027-01-01'],
    ours: [
      '- [ ] Topics and partitions',
      '- [ ] Offsets, stored ^b1',
      '- [x] Acks #net ✅ 2026-01-01',
      '- [ ] Quotas 📅 2027-02-01',
    ],
    theirs: [
      '- [x] Topics ✅ 2026-03-01',
      '- [x] Offsets ✅ 2026-03-02 ^b1',
      '- [ ] Acks',
      '- [x] Quotas 📅 2027-01-01 ✅ 2026-03-03',
    ],
    merged: [
      '- [x] Topics and partitions ✅ 2026-03-01',
      '- [x] Offsets, stored ✅ 2026-03-02 ^b1',
      '- [ ] Acks #net',
      '- [x] Quotas 📅 2027-02-01 ✅ 2026-03-03',
    ],
  },
  {
    name: 'a chapter that was replaced by another is not ticked for it',
    base: ['- [ ] Chapter 4', '- [ ] Chapter 5'],
    ours: ['- [ ] Chapter 4', '- [ ] Chapter 6'],
    theirs: ['- [ ] Chapter 4', '- [x] Chapter 5 ✅ 2026-03-01'],
    merged: ['- [ ] Chapter 4', ...markers(['- [ ] Chapter 6'], ['- [x] Chapter 5 ✅ 2026-03-01'])],
    back: ['- [ ] Chapter 4', ...markers(['- [x] Chapter 5 ✅ 2026-03-01'], ['- [ ] Chapter 6'])],
    conflict: true,
  },
  {
    name: 'words edited by both: a conflict of words, with the tick on both',
    base: ['- [ ] Topics'],
    ours: ['- [ ] Topics of Kafka'],
    theirs: ['- [x] Topics, all ✅ 2026-03-01'],
    merged: markers(['- [x] Topics of Kafka ✅ 2026-03-01'], ['- [x] Topics, all ✅ 2026-03-01']),
    back: markers(['- [x] Topics, all ✅ 2026-03-01'], ['- [x] Topics of Kafka ✅ 2026-03-01']),
    conflict: true,
  },
  {
    name: 'a line that was taken out by one side and ticked by the other',
    base: ['- [ ] a', '- [ ] b', '- [ ] c'],
    ours: ['- [ ] a', '- [ ] c'],
    theirs: ['- [ ] a', '- [x] b ✅ 2026-03-01', '- [ ] c'],
    merged: ['- [ ] a', ...markers([], ['- [x] b ✅ 2026-03-01']), '- [ ] c'],
    back: ['- [ ] a', ...markers(['- [x] b ✅ 2026-03-01'], []), '- [ ] c'],
    conflict: true,
  },
  {
    name: 'lines put in and taken out beside ticks',
    base: ['- [ ] a', '- [ ] b', '- [ ] c', '- [ ] d'],
    ours: ['- [ ] a', '- [ ] new', '- [ ] b', '- [ ] d'],
    theirs: ['- [x] a ✅ 2026-03-01', '- [x] b ✅ 2026-03-02', '- [ ] c', '- [x] d ✅ 2026-03-03'],
    merged: ['- [x] a ✅ 2026-03-01', '- [ ] new', '- [x] b ✅ 2026-03-02', '- [x] d ✅ 2026-03-03'],
  },
  {
    name: 'a line moved by one side and ticked by the other',
    base: ['- [ ] Alpha', '- [ ] Beta', '- [ ] Gamma', '- [ ] Delta'],
    ours: ['- [ ] Beta', '- [ ] Gamma', '- [ ] Delta', '- [ ] Alpha'],
    theirs: ['- [x] Alpha ✅ 2026-03-01', '- [ ] Beta', '- [ ] Gamma', '- [ ] Delta'],
    merged: ['- [ ] Beta', '- [ ] Gamma', '- [ ] Delta', '- [x] Alpha ✅ 2026-03-01'],
  },
  {
    name: 'a line moved by both sides, to different places, stays one',
    base: ['- [ ] Alpha', '- [ ] Beta', '- [ ] Gamma', '- [ ] Delta', '- [ ] Eta'],
    ours: ['- [ ] Beta', '- [ ] Gamma', '- [ ] Delta', '- [ ] Eta', '- [x] Alpha ✅ 2026-03-01'],
    theirs: ['- [ ] Beta', '- [ ] Gamma', '- [ ] Alpha', '- [ ] Delta', '- [ ] Eta'],
    merged: ['- [ ] Beta', '- [ ] Gamma', '- [ ] Delta', '- [ ] Eta', '- [x] Alpha ✅ 2026-03-01'],
    back: ['- [ ] Beta', '- [ ] Gamma', '- [x] Alpha ✅ 2026-03-01', '- [ ] Delta', '- [ ] Eta'],
  },
  {
    name: 'equal lines are told apart by their order',
    base: ['- [ ] Practise', '- [ ] Practise', '- [ ] Practise'],
    ours: ['- [x] Practise ✅ 2026-03-01', '- [ ] Practise', '- [ ] Practise'],
    theirs: ['- [ ] Practise', '- [ ] Practise', '- [x] Practise ✅ 2026-03-03'],
    merged: ['- [x] Practise ✅ 2026-03-01', '- [ ] Practise', '- [x] Practise ✅ 2026-03-03'],
  },
  {
    name: 'a diary of equal lines: the oldest goes, a new one comes, another is reopened',
    base: ['- [x] Run ✅ 2026-03-01', '- [x] Run ✅ 2026-03-02', '- [x] Run ✅ 2026-03-03'],
    ours: ['- [x] Run ✅ 2026-03-02', '- [x] Run ✅ 2026-03-03', '- [x] Run ✅ 2026-03-04'],
    theirs: ['- [x] Run ✅ 2026-03-01', '- [ ] Run', '- [x] Run ✅ 2026-03-03'],
    merged: ['- [ ] Run', '- [x] Run ✅ 2026-03-03', '- [x] Run ✅ 2026-03-04'],
  },
  {
    name: 'equal lines that both sides added on different days both stay',
    base: ['# Habits', ''],
    ours: ['# Habits', '', '- [x] Run ✅ 2026-03-01'],
    theirs: ['# Habits', '', '- [x] Run ✅ 2026-03-02'],
    merged: ['# Habits', '', '- [x] Run ✅ 2026-03-01', '- [x] Run ✅ 2026-03-02'],
    back: ['# Habits', '', '- [x] Run ✅ 2026-03-02', '- [x] Run ✅ 2026-03-01'],
  },
  {
    name: 'a line that both sides added, state and all, is one',
    base: ['# Habits', '', 'End'],
    ours: ['# Habits', '', '- [x] Run ✅ 2026-03-01', 'End'],
    theirs: ['# Habits', '', '- [x] Run ✅ 2026-03-01', 'End'],
    merged: ['# Habits', '', '- [x] Run ✅ 2026-03-01', 'End'],
  },
  {
    name: 'lines that both sides added with the same id are one topic',
    base: ['# A', ''],
    ours: ['# A', '', '- [x] Run 🆔 r1 ✅ 2026-03-05'],
    theirs: ['# A', '', '- [x] Run 🆔 r1 ✅ 2026-03-01'],
    merged: ['# A', '', '- [x] Run 🆔 r1 ✅ 2026-03-01'],
  },
  {
    name: 'different lines at the end of a note are a conflict, as in git',
    base: ['- [ ] a'],
    ours: ['- [x] a ✅ 2026-03-01', '- [ ] ours'],
    theirs: ['- [ ] a', '- [ ] theirs'],
    merged: ['- [x] a ✅ 2026-03-01', ...markers(['- [ ] ours'], ['- [ ] theirs'])],
    back: ['- [x] a ✅ 2026-03-01', ...markers(['- [ ] theirs'], ['- [ ] ours'])],
    conflict: true,
  },
  {
    name: 'boxes that the first tick of a section made, on both sides',
    base: ['**2. Seeds**', '', '• Choose', '• Sow', '• Water'],
    ours: ['**2. Seeds**', '', '- [x] Choose ✅ 2026-03-01', '- [ ] Sow', '- [ ] Water'],
    theirs: ['**2. Seeds**', '', '- [ ] Choose', '- [x] Sow ✅ 2026-03-02', '- [ ] Water'],
    merged: ['**2. Seeds**', '', '- [x] Choose ✅ 2026-03-01', '- [x] Sow ✅ 2026-03-02', '- [ ] Water'],
  },
  {
    name: 'boxes on one side, edited words on the other',
    base: ['1. Choose seeds', '2. Sow'],
    ours: ['1. [ ] Choose seeds', '2. [x] Sow ✅ 2026-03-02'],
    theirs: ['1. Choose good seeds', '2. Sow'],
    merged: ['1. [ ] Choose good seeds', '2. [x] Sow ✅ 2026-03-02'],
  },
  {
    name: 'boxes in code are text, and no ticks',
    base: ['```', '- [ ] a', '```'],
    ours: ['```', '- [x] a', '```'],
    theirs: ['```', '- [/] a', '```'],
    merged: ['```', ...markers(['- [x] a'], ['- [/] a']), '```'],
    back: ['```', ...markers(['- [/] a'], ['- [x] a']), '```'],
    conflict: true,
  },
  {
    name: 'an ancestor with a conflict in it',
    base: ['<<<<<<< one', '- [x] a ✅ 2026-03-01', '=======', '- [ ] a', '>>>>>>> two', '- [ ] b'],
    ours: ['- [x] a ✅ 2026-03-01', '- [ ] b'],
    theirs: ['- [x] a ✅ 2026-03-01', '- [x] b ✅ 2026-03-02'],
    merged: ['- [x] a ✅ 2026-03-01', '- [x] b ✅ 2026-03-02'],
  },
  {
    name: 'prose that both sides changed is git’s',
    base: ['Intro', '', '- [ ] a'],
    ours: ['Intro, ours', '', '- [x] a ✅ 2026-03-01'],
    theirs: ['Intro, theirs', '', '- [ ] a'],
    merged: [...markers(['Intro, ours'], ['Intro, theirs']), '', '- [x] a ✅ 2026-03-01'],
    back: [...markers(['Intro, theirs'], ['Intro, ours']), '', '- [x] a ✅ 2026-03-01'],
    conflict: true,
  },
  {
    name: 'a recurring task that one side completed and the other edited below',
    base: ['- [ ] Water 🔁 every week 📅 2026-03-01', '- [ ] b'],
    ours: [
      '- [ ] Water 🔁 every week 📅 2026-03-08',
      '- [x] Water 🔁 every week 📅 2026-03-01 ✅ 2026-03-01',
      '- [ ] b',
    ],
    theirs: ['- [ ] Water 🔁 every week 📅 2026-03-01', '- [x] b ✅ 2026-03-02'],
    merged: [
      '- [ ] Water 🔁 every week 📅 2026-03-08',
      '- [x] Water 🔁 every week 📅 2026-03-01 ✅ 2026-03-01',
      '- [x] b ✅ 2026-03-02',
    ],
  },
  {
    name: 'progress: other topics at the same place, in the order of the roadmap',
    base: [...head, '## 1 Basics', '', '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01'],
    ours: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01',
      '- [x] 1.10 Envoy 🆔 envoy ✅ 2026-03-02',
    ],
    theirs: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01',
      '- [x] 1.2 Sidecar 🆔 side ✅ 2026-03-03',
    ],
    merged: [
      ...head,
      ...['## 1 Basics', '', '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01', '- [x] 1.2 Sidecar 🆔 side ✅ 2026-03-03'],
      '- [x] 1.10 Envoy 🆔 envoy ✅ 2026-03-02',
    ],
  },
  {
    name: 'progress: the same topic, and the same section, from both sides',
    base: [...head, '## 5 Ops', '', '- [x] 5.1 Logs 🆔 logs ✅ 2026-03-01'],
    ours: [
      ...[...head, '## 2 Traffic', '', '- [x] 2.1 Routes 🆔 routes ✅ 2026-03-05', '', '## 5 Ops', ''],
      '- [x] 5.1 Logs 🆔 logs ✅ 2026-03-01',
    ],
    theirs: [
      ...[...head, '## 2 Traffic', '', '- [/] 2.1 Routes 🆔 routes', '- [x] 2.2 Subsets 🆔 subsets ✅ 2026-03-02', ''],
      ...['## 3 Safety', '', '- [x] 3.1 mTLS 🆔 mtls ✅ 2026-03-02', '', '## 5 Ops', ''],
      '- [x] 5.1 Logs 🆔 logs ✅ 2026-03-01',
    ],
    merged: [
      ...[...head, '## 2 Traffic', '', '- [x] 2.1 Routes 🆔 routes ✅ 2026-03-05'],
      ...[
        '- [x] 2.2 Subsets 🆔 subsets ✅ 2026-03-02',
        '',
        '## 3 Safety',
        '',
        '- [x] 3.1 mTLS 🆔 mtls ✅ 2026-03-02',
        '',
      ],
      ...['## 5 Ops', '', '- [x] 5.1 Logs 🆔 logs ✅ 2026-03-01'],
    ],
  },
  {
    name: 'progress: sections at the end, made by one side each',
    base: [...head, '## 1 Basics', '', '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01'],
    ours: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01',
      '',
      '## 9 End',
      '',
      '- [x] 9.1 Z 🆔 z ✅ 2026-03-02',
    ],
    theirs: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01',
      '- [/] 1.3 X 🆔 x',
      '',
      '## 4 Mid',
      '',
      '- [x] 4.1 M 🆔 m ✅ 2026-03-02',
    ],
    merged: [
      ...[...head, '## 1 Basics', '', '- [x] 1.1 Mesh 🆔 mesh ✅ 2026-03-01', '- [/] 1.3 X 🆔 x', ''],
      ...['## 4 Mid', '', '- [x] 4.1 M 🆔 m ✅ 2026-03-02', '', '## 9 End', '', '- [x] 9.1 Z 🆔 z ✅ 2026-03-02'],
    ],
  },
  {
    name: 'progress: neighbours reopened by one side each, one of them the last of its section',
    base: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 A 🆔 a ✅ 2026-03-01',
      '- [x] 1.2 B 🆔 b ✅ 2026-03-01',
      '',
      '## 2 More',
      '',
      '- [x] 2.1 C 🆔 c ✅ 2026-03-01',
    ],
    ours: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.2 B 🆔 b ✅ 2026-03-01',
      '',
      '## 2 More',
      '',
      '- [x] 2.1 C 🆔 c ✅ 2026-03-01',
    ],
    theirs: [...head, '## 1 Basics', '', '- [x] 1.1 A 🆔 a ✅ 2026-03-01'],
    merged: [...head, '## 1 Basics', ''],
  },
  {
    name: 'progress: the last of a section reopened by one side, another one of it done by the other',
    base: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 A 🆔 a ✅ 2026-03-01',
      '',
      '## 2 More',
      '',
      '- [x] 2.1 C 🆔 c ✅ 2026-03-01',
    ],
    ours: [...head, '## 2 More', '', '- [x] 2.1 C 🆔 c ✅ 2026-03-01'],
    theirs: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.1 A 🆔 a ✅ 2026-03-01',
      '- [x] 1.2 B 🆔 b ✅ 2026-03-02',
      '',
      '## 2 More',
      '',
      '- [x] 2.1 C 🆔 c ✅ 2026-03-01',
    ],
    merged: [
      ...head,
      '## 1 Basics',
      '',
      '- [x] 1.2 B 🆔 b ✅ 2026-03-02',
      '',
      '## 2 More',
      '',
      '- [x] 2.1 C 🆔 c ✅ 2026-03-01',
    ],
  },
  {
    name: 'progress: reopened by one side, moved on by the other',
    base: [...head, '- [/] 1.1 A 🆔 a', '- [x] 1.2 B 🆔 b ✅ 2026-03-01'],
    ours: [...head],
    theirs: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-02', '- [x] 1.2 B 🆔 b ✅ 2026-03-01'],
    merged: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-02'],
  },
  {
    name: 'progress: made on both machines, with another name of the roadmap',
    base: [],
    ours: [
      '---',
      'roadmap: /one/garden.yaml',
      '---',
      '',
      '# Garden',
      '',
      '## 1 Beds',
      '',
      '- [x] 1.1 Mulch 🆔 mulch ✅ 2026-03-02',
    ],
    theirs: [
      '---',
      'roadmap: /two/garden.yaml',
      '---',
      '',
      '# Garden',
      '',
      '## 1 Beds',
      '',
      '- [x] 1.1 Mulch 🆔 mulch ✅ 2026-03-01',
      '- [x] 1.2 Dig 🆔 dig ✅ 2026-03-01',
    ],
    merged: [
      '---',
      'roadmap: /one/garden.yaml',
      'roadmap: /two/garden.yaml',
      '---',
      '',
      '# Garden',
      '',
      '## 1 Beds',
      '',
      '- [x] 1.1 Mulch 🆔 mulch ✅ 2026-03-01',
      '- [x] 1.2 Dig 🆔 dig ✅ 2026-03-01',
    ],
    back: [
      '---',
      'roadmap: /two/garden.yaml',
      'roadmap: /one/garden.yaml',
      '---',
      '',
      '# Garden',
      '',
      '## 1 Beds',
      '',
      '- [x] 1.1 Mulch 🆔 mulch ✅ 2026-03-01',
      '- [x] 1.2 Dig 🆔 dig ✅ 2026-03-01',
    ],
  },
  {
    name: 'progress: a section that one side emptied beside one that it made',
    base: [...head, '## 2 Two', '', '- [/] 2.1 B 🆔 b', '', '## 3 Three', '', '- [-] 3.1 C 🆔 c ❌ 2026-03-01'],
    ours: [...head, '## 2 Two', '', '- [/] 2.1 B 🆔 b', '', '## 3 Three', '', '- [x] 3.1 C 🆔 c ✅ 2026-03-02'],
    theirs: [...head, '## 1 One', '', '- [/] 1.4 A 🆔 a', '', '## 3 Three', '', '- [-] 3.1 C 🆔 c ❌ 2026-03-01'],
    merged: [...head, '## 1 One', '', '- [/] 1.4 A 🆔 a', '', '## 3 Three', '', '- [x] 3.1 C 🆔 c ✅ 2026-03-02'],
  },
  {
    name: 'progress: sections that one side renumbered, ticks in them by the other',
    base: [...head, '## 2 Two', '', '- [x] 2.1 B 🆔 b ✅ 2026-03-01', '- [/] 2.2 C 🆔 c'],
    ours: [...head, '## 3 Two', '', '- [x] 3.1 B 🆔 b ✅ 2026-03-01', '- [/] 3.2 C 🆔 c'],
    theirs: [...head, '## 2 Two', '', '- [x] 2.1 B 🆔 b ✅ 2026-03-01', '- [x] 2.2 C 🆔 c ✅ 2026-03-02'],
    merged: [...head, '## 3 Two', '', '- [x] 3.1 B 🆔 b ✅ 2026-03-01', '- [x] 3.2 C 🆔 c ✅ 2026-03-02'],
  },
  {
    name: 'progress: a remark of one side below a tick, a tick behind it by the other',
    base: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-01'],
    ours: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-01', '  - read twice'],
    theirs: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-01', '- [x] 1.2 B 🆔 b ✅ 2026-03-02'],
    merged: [...head, '- [x] 1.1 A 🆔 a ✅ 2026-03-01', '  - read twice', '- [x] 1.2 B 🆔 b ✅ 2026-03-02'],
  },
];

describe.skipIf(!hasGit)(`three versions of a text${hasGit ? '' : `: ${noGit}`}`, () => {
  it.each(cases)('$name', ({ base, ours, theirs, merged, back = merged, conflict }) => {
    const there = mergeInMemory({ base: lines(...base), ours: lines(...ours), theirs: lines(...theirs) });
    expect(there.text).toBe(lines(...merged));
    expect(there).toMatchObject({ status: conflict ? 1 : 0, errors: [] });
    const other = mergeInMemory({ base: lines(...base), ours: lines(...theirs), theirs: lines(...ours) });
    expect(other.text).toBe(lines(...back));
    expect(other).toMatchObject({ status: conflict ? 1 : 0, errors: [] });
  });
});
