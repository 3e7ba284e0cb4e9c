// What a check asks in a way that has no answer: the fault of the lab's author, not of the learner.

export class RequestError extends Error {
  override readonly name = 'RequestError';
}
