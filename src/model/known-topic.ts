// KnownTopic: a topic as it was when ticks were last written: what was there already cannot be another topic's new name.
import { normalTitle } from './identity.ts';
import { firstWording, type Topic, type TopicId } from './roadmap.ts';

export interface KnownTopic {
  readonly id: TopicId;
  readonly title: string;
}

/** A topic as it is written down for the next time. */
export function knownAs(topic: Topic): KnownTopic {
  return { id: topic.id, title: firstWording(topic.title) };
}

/** The same for what is the same topic. */
export const knownKey = ({ id, title }: KnownTopic): string => `${id}\n${normalTitle(title)}`;
