const globals = globalThis as { fitflowState?: Map<string, unknown> };

/**
 * State of which a process has exactly one, such as a limit, a cache or a queue. Next loads a module once per bundle, so a variable
 * of the module would exist several times.
 */
export function processState<T>(name: string, create: () => T): T {
  globals.fitflowState ??= new Map();
  const { fitflowState: states } = globals;
  if (!states.has(name)) states.set(name, create());
  return states.get(name) as T;
}
