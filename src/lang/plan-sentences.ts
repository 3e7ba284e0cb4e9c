// PlanSentences: the sentences on plans and days, in each language.
import { englishPlan } from './en-plan.ts';
import type { Language, PlanSentences } from './messages.ts';
import { russianPlan } from './ru-plan.ts';

export const planSentences: { readonly [language in Language]: PlanSentences } = { en: englishPlan, ru: russianPlan };
