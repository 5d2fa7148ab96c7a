import { type BrowserContext, expect, type Page } from "playwright/test";
import { password as demoPassword } from "./demo";

export type Credentials = { email: string; password: string };

export const credentialsOf = (person: string | Credentials): Credentials =>
  typeof person === "string" ? { email: person, password: demoPassword } : person;

/** Opens the web session as the sign-in page does, without drawing the page. */
export async function openSession(context: BrowserContext, baseURL: string, person: Credentials): Promise<void> {
  const headers = { origin: baseURL };
  const answer = await context.request.get("/api/auth/csrf");
  const { csrfToken } = (await answer.json()) as { csrfToken: string };
  const opened = await context.request.post("/api/auth/callback/credentials", {
    headers,
    form: { ...person, csrfToken, json: "true" },
  });
  expect(opened.status(), `signing in as ${person.email}`).toBe(200);
}

/** By the page, as a person does. */
export async function signIn(page: Page, { email, password }: Credentials): Promise<void> {
  await page.getByLabel("E-mail").fill(email);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
}
