import type { ReactNode } from "react";
import { EntryShell } from "@/components/layout/entry-shell";
import { TextLink } from "@/components/ui/controls/text-link";

/** The layout of sign-in and similar pages without a gym's brand. */
export function ProductEntry({ children, aside }: { children: ReactNode; aside: ReactNode }) {
  return (
    <EntryShell name="FitFlow Pro" homeHref="/" aside={aside} footer={<TextLink href="/docs">API reference</TextLink>}>
      {children}
    </EntryShell>
  );
}

/** The steps shown at the bottom of the brand panel. */
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
  "Members check in with the pass on their phone",
  "The front desk sees who may enter, and why not",
  "You see who is in the gym right now",
];

export const firstSteps = [
  "Verify your e-mail address",
  "Import your members from your old software",
  "Sell the first membership and open the front desk",
];

export const memberSteps = [
  "Show your pass at the door",
  "See your membership, your visits and your invoices",
  "Add the page to your home screen",
];
