"use client";

import { useMutation } from "@tanstack/react-query";
import { CircleCheck } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/controls/button";
import { Section } from "@/components/ui/data/section";
import { Field } from "@/components/ui/forms/field";
import { FormError } from "@/components/ui/forms/form-error";
import { Input } from "@/components/ui/forms/input";
import { PasswordInput } from "@/components/ui/forms/password-input";

export type Token = { access_token: string; gym: string };

interface TokenFormProps {
  /** The account of the demo; null without one. */
  demo: { email: string; password: string } | null;
  token: Token | null;
  onToken: (token: Token | null) => void;
}

/** Signs in for a token. It lives in the memory of this page only, and the browser's own session is not used. */
export function TokenForm({ demo, token, onToken }: TokenFormProps) {
  const [email, setEmail] = useState(demo?.email ?? "");
  const [password, setPassword] = useState(demo?.password ?? "");
  const signIn = useMutation({ mutationFn: () => requestToken(email, password), onSuccess: onToken });
  if (token) {
    return (
      <Section title="Token" className="border-line border-b px-gutter py-4">
        <p className="mt-1 flex flex-wrap items-center gap-3" role="status">
          <span className="flex items-center gap-2 [&>svg]:size-4 [&>svg]:text-good-text">
            <CircleCheck aria-hidden="true" />
            The requests below are sent with a token of {token.gym}, and the examples name its records.
          </span>
          <Button size="sm" onClick={() => onToken(null)}>
            Forget the token
          </Button>
        </p>
      </Section>
    );
  }
  return (
    <Section title="Get a token" className="border-line border-b px-gutter py-4">
      <form
        className="mt-2 flex flex-col gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          signIn.mutate();
        }}
      >
        <FormError message={signIn.error?.message} />
        <div className="flex flex-wrap items-end gap-3">
          <Field label="E-mail" className="w-64 max-w-full">
            <Input
              type="email"
              autoComplete="username"
              required
              value={email}
              onChange={({ target }) => setEmail(target.value)}
            />
          </Field>
          <Field label="Password" className="w-64 max-w-full">
            <PasswordInput required value={password} onChange={({ target }) => setPassword(target.value)} />
          </Field>
          <Button type="submit" variant="primary" busy={signIn.isPending}>
            Get token
          </Button>
        </div>
        <p className="text-12 text-ink-3">
          The token is kept in the memory of this page, for 15 minutes at most. Nothing is stored in the browser.
          {demo ? " The account of the demo is filled in." : null}
        </p>
      </form>
    </Section>
  );
}

async function requestToken(email: string, password: string): Promise<Token> {
  const response = await fetch("/api/v1/auth/login", {
    method: "POST",
    credentials: "omit",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ email, password }),
  });
  const body = (await response.json()) as {
    access_token?: string;
    detail?: string;
    user?: { organization: { name: string } | null };
  };
  if (!response.ok || !body.access_token) throw new Error(body.detail ?? "The token could not be requested.");
  return { access_token: body.access_token, gym: body.user?.organization?.name ?? "your account" };
}
