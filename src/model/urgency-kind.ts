// UrgencyKind: why a topic goes before or behind others.

/**
 * The most urgent first. `overdue`: due before today; `soon`: due today or within a week; `later`: it is not to be begun before a day
 * to come. Of all that fit a topic the first counts, but `later` goes before priorities. Those with none are between `medium` and `low`; those
 * that are begun go before them and `medium`.
 */
export const urgencyKinds = ['overdue', 'highest', 'high', 'soon', 'medium', 'low', 'lowest', 'later'] as const;
export type UrgencyKind = (typeof urgencyKinds)[number];
