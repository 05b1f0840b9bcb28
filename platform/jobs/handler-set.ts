import type { Handler, Queue } from './task.ts';

/** What one worker can do. */
export interface HandlerSet {
  readonly tasks: readonly string[];
  readonly queues: readonly Queue[];
  of(task: string): Handler;
  /** All queues, each time beginning with the next: none is always served before another. */
  nextQueues(): readonly Queue[];
}

/** @throws Error when two handlers claim one task, or two tasks bound one queue differently. */
export function handlerSet(handlers: readonly Handler[]): HandlerSet {
  const byTask = new Map<string, Handler>();
  const queues = new Map<string, Queue>();
  for (const handler of handlers) {
    const { name, queue } = handler.task;
    if (byTask.has(name)) throw new Error(`Two handlers are given for the task ${name}.`);
    byTask.set(name, handler);
    const known = queues.get(queue.name) ?? queue;
    if (known.runningMax !== queue.runningMax) {
      throw new Error(`The queue ${queue.name} is declared with two bounds: share one declaration.`);
    }
    queues.set(queue.name, queue);
  }
  const list = [...queues.values()];
  let first = 0;
  return {
    tasks: [...byTask.keys()],
    queues: list,
    of(task) {
      const handler = byTask.get(task);
      if (handler === undefined) throw new Error(`A job of ${task} was taken, and nobody here does that.`);
      return handler;
    },
    nextQueues() {
      first = (first + 1) % Math.max(1, list.length);
      return [...list.slice(first), ...list.slice(0, first)];
    },
  };
}
