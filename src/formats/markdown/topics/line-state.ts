// LineState: the state that a task line gives its topic, and the fields of it that are kept as they are (FORMATS D1).
import type { CalendarDate } from '../../../dates/calendar-date.ts';
import type { PlanField } from '../../../model/roadmap.ts';
import type { RowState } from '../../../model/topic-table.ts';
import { completionDay, type Field, isOwnField, type TaskLine } from '../syntax/task-line.ts';

/** The fields that are kept as they are; the day on which the topic was done is no plan. */
export function plannedIn(fields: readonly Field[], completedOn: CalendarDate | null): PlanField[] {
  const first = fields.find(({ name }) => name === 'completion');
  return fields.flatMap((field): PlanField[] =>
    isPlanned(field) && !(field === first && completedOn !== null) ? [{ name: field.name, value: field.value }] : [],
  );
}

/** What the line of a task gives its topic by its box and its days (FORMATS D1). */
export function lineState({ status, fields }: TaskLine): RowState {
  const completedOn = status === 'done' ? completionDay(fields) : null;
  return { status: status ?? 'todo', completedOn, fields: plannedIn(fields, completedOn) };
}

/** Whether a field is kept as it is: what the other fields say has a place of its own in a topic. */
function isPlanned(field: Field): field is Field & { readonly name: PlanField['name'] } {
  return field.name !== 'id' && field.name !== 'dependsOn' && !isOwnField(field);
}
