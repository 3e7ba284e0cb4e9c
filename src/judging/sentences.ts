// Sentences: what is wrong with a text or with an object of an answer, in both languages.
import type { Problem } from '../errors.ts';
import { englishFaults } from '../lang/en-faults.ts';
import { wrong as inEnglish } from '../lang/en-problems.ts';
import type { FaultArgs, FaultCode, FaultWords } from '../lang/faults.ts';
import { russianFaults } from '../lang/ru-faults.ts';
import { wrong as inRussian } from '../lang/ru-problems.ts';
import type { JudgedProblem } from '../model/lab.ts';
import type { Fault } from './fault.ts';
import { shortArgs } from './short-args.ts';

type Sentences = Pick<JudgedProblem, 'message' | 'hint'>;

/** Of a problem in a text, in the words that are used of every YAML file. */
export function problemSentences({ code, args }: Problem): Sentences {
  const short = { code, args: shortArgs(args) };
  return inBoth(inEnglish(short), inRussian(short));
}

/** Of a fault of an object. */
export const faultSentences = (fault: Fault): Sentences =>
  inBoth(inWords(englishFaults, fault), inWords(russianFaults, fault));

function inWords(sentences: typeof englishFaults, { code, args }: Fault): FaultWords {
  return (sentences[code] as (given: FaultArgs[FaultCode]) => FaultWords)(shortArgs(args));
}

function inBoth(en: FaultWords, ru: FaultWords): Sentences {
  const hint = en.hint === null || ru.hint === null ? null : { en: en.hint, ru: ru.hint };
  return { message: { en: en.message, ru: ru.message }, hint };
}
