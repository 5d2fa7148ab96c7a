import type { Metadata } from "next";
import { LandingDesk } from "@/components/landing/landing-desk";
import { landingFacts } from "@/components/landing/landing-facts";
import { Mark } from "@/components/layout/mark";
import { ButtonLink } from "@/components/ui/controls/button";
import { Link } from "@/components/ui/controls/link";
import { visitorCaller } from "./page-caller";

export const metadata: Metadata = { title: { absolute: "FitFlow Pro: run your gym from one screen" } };

export default async function LandingPage() {
  const isSignedIn = (await visitorCaller()).actor.type === "user";
  return (
    <div className="min-h-dvh bg-surface">
      <header className="mx-auto flex h-16 max-w-[1120px] items-center gap-3 px-gutter">
        <Mark name="FitFlow" />
        <span className="text-16 font-strong text-ink">FitFlow Pro</span>
        <nav aria-label="Account" className="ml-auto flex items-center gap-2">
          {isSignedIn ? (
            <ButtonLink href="/switch" variant="primary">
              Open your gym
            </ButtonLink>
          ) : (
            <>
              <ButtonLink href="/sign-in" variant="quiet" className="max-sm:-mr-3">
                Sign in
              </ButtonLink>
              <ButtonLink href="/sign-up" className="max-sm:hidden">
                Create your gym
              </ButtonLink>
            </>
          )}
        </nav>
      </header>
      <main>
        <section className="mx-auto grid max-w-[1120px] items-center gap-10 px-gutter pt-10 pb-16 lg:grid-cols-[1fr_460px] lg:pt-20">
          <div className="flex flex-col gap-6">
            <h1 className="max-w-[14ch] text-52 font-strong tracking-[-0.04em] text-ink max-sm:text-36">
              Run your gym from one screen
            </h1>
            <p className="max-w-[52ch] text-16 text-ink-2">
              Members, plans, passes and the front desk work together: sell a membership, issue a pass, and see who is
              in the gym as soon as they check in.
            </p>
            <div className="flex flex-wrap gap-3">
              <ButtonLink href="/sign-up" variant="primary" size="touch">
                Create your gym
              </ButtonLink>
              <ButtonLink href="/sign-in" size="touch">
                Sign in
              </ButtonLink>
            </div>
          </div>
          <LandingDesk />
        </section>
        <section aria-label="Features" className="border-line border-y">
          <ul className="mx-auto grid max-w-[1120px] gap-px bg-line md:grid-cols-2 lg:grid-cols-3">
            {landingFacts.map(({ title, text }) => (
              <li key={title} className="flex flex-col gap-2 bg-surface p-6">
                <h2 className="text-16 font-strong text-ink">{title}</h2>
                <p className="text-14">{text}</p>
              </li>
            ))}
          </ul>
        </section>
      </main>
      <footer className="mx-auto flex max-w-[1120px] flex-wrap gap-x-6 gap-y-2 px-gutter py-8 text-ink-3">
        <span>FitFlow Pro, MIT licence</span>
        <Link href="/docs" className="underline-offset-4 hover:underline">
          API reference
        </Link>
        <Link href="/redoc" className="underline-offset-4 hover:underline">
          API handbook
        </Link>
        <Link href="/api/openapi.json" prefetch={false} className="underline-offset-4 hover:underline">
          OpenAPI document
        </Link>
      </footer>
    </div>
  );
}
