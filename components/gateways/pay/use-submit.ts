import { type FormEvent, useState } from "react";

/** Runs what a form does one at a time. A thrown error is shown by its message. */
export function useSubmit(work: () => Promise<unknown>) {
  const [isPending, setIsPending] = useState(false);
  const [problem, setProblem] = useState<string>();
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isPending) return;
    setIsPending(true);
    setProblem(undefined);
    try {
      await work();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : "Something went wrong. Try again.");
    }
    setIsPending(false);
  };
  return { isPending, problem, setProblem, submit };
}
