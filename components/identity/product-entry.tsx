import type { ReactNode } from "react";
import { EntryShell } from "@/components/layout/entry-shell";
import { TextLink } from "@/components/ui/controls/text-link";

/** The entry pages of the product itself, before anybody is known to belong to a gym. */
export function ProductEntry({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <EntryShell name="FitFlow Pro" homeHref="/" aside={aside} footer={<TextLink href="/docs">API reference</TextLink>}>
      {children}
    </EntryShell>
  );
}

/** What comes next, at the foot of the brand's panel. */
export function EntrySteps({ title, steps }: { title: string; steps: readonly string[] }) {
  return (
    <>
      <p className="mb-3">{title}</p>
      <ol>
        {steps.map((step, index) => (
          <li key={step} className="flex min-h-[52px] items-center gap-4 border-current/20 border-t py-2">
            <span className="w-6 opacity-70">{index + 1}</span>
            <b className="font-medium">{step}</b>
          </li>
        ))}
      </ol>
    </>
  );
}

export const dailySteps = [
  "Members scan in with the pass on their phone",
  "The desk sees who may come in, and why not",
  "You see who is in the gym right now",
];

export const firstSteps = [
  "Confirm your e-mail address",
  "Bring your members along from your old software",
  "Sell the first membership and open the desk",
];
