import { expect, test } from "vitest";
import { renderMail } from "@/lib/providers/email/layout";
import { contrast, mailColours } from "@/lib/providers/email/layout/colours";
import type { MailContent } from "@/lib/providers/email/layout/mail-content";

const content: MailContent = {
  brand: { name: "Iron Temple", colour: "#f28a1c", logo_url: null, address: "1 High Street, Leeds" },
  language: "hi",
  subject: "नमस्ते सैम",
  body: "Hello Sam\nsee https://a.example/x?y=1&z=2.\n\n<b>Two</b>",
  button: { label: "Renew", url: "https://a.example/renew" },
  unsubscribe_url: "https://a.example/u/1",
};

test("a mail has its language, its gym, the renewal link and the unsubscribe link", async () => {
  const { html } = await renderMail(content);
  expect(html).toMatch(/<html[^>]* lang="hi"/);
  expect(html).toContain("<title>नमस्ते सैम</title>");
  expect(html).toMatch(/<h1[^>]*>नमस्ते सैम<\/h1>/);
  expect(html).toMatch(/<p[^>]*>Iron Temple<\/p>/);
  expect(html).toContain("1 High Street, Leeds");
  expect(html).toMatch(/<a href="https:\/\/a\.example\/renew"[^>]*background:#f28a1c;color:#16181d/);
  expect(html).toMatch(/<a href="https:\/\/a\.example\/u\/1"[^>]*>ये मेल पाना बंद करें<\/a>/);
  expect(html).toContain("prefers-color-scheme:dark");
});

test("user input is escaped in a mail, and only URLs become links", async () => {
  const { html } = await renderMail(content);
  expect(html).toContain("&lt;b&gt;Two&lt;/b&gt;");
  expect(html).toMatch(/<a href="https:\/\/a\.example\/x\?y=1&amp;z=2"/);
});

test("the plain text has the same words, the same links and the same unsubscribe link as the HTML", async () => {
  const { text } = await renderMail(content);
  expect(text).toBe(
    [
      "Hello Sam\nsee https://a.example/x?y=1&z=2.",
      "<b>Two</b>",
      "Renew: https://a.example/renew",
      "--\nIron Temple\n1 High Street, Leeds\nये मेल पाना बंद करें: https://a.example/u/1",
    ].join("\n\n"),
  );
});

test("a gym's logo has the gym's name as alternative text", async () => {
  const { html } = await renderMail({
    ...content,
    brand: { ...content.brand, logo_url: "https://a.example/logo.png" },
  });
  expect(html).toMatch(/<img[^>]*alt="Iron Temple"[^>]*src="https:\/\/a\.example\/logo\.png"/);
});

test.each(["#0d6b68", "#f28a1c", "#ffe600", "#ffffff", "#000000", "#777777", "#d61f69", "broken"])(
  "in the colour %s the button and the links are readable in light and dark mode",
  (brand) => {
    const { fill, on_fill, link, link_dark } = mailColours(brand);
    expect(contrast(fill, on_fill)).toBeGreaterThanOrEqual(4.5);
    expect(contrast(link, "#ffffff")).toBeGreaterThanOrEqual(4.5);
    expect(contrast(link_dark, "#1b1d22")).toBeGreaterThanOrEqual(4.5);
  },
);
