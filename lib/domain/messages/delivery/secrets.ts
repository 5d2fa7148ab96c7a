import type { messages } from "@/db/schema";
import { messageDefinitions } from "@/lib/domain/message-definitions";
import type { OrganizationCtx } from "@/lib/kernel/operation";
import { messageKind } from "@/lib/values/schemas/notifications";

type Row = typeof messages.$inferSelect;
type Values = Readonly<Record<string, string>>;

const secretsOfKind = ({ kind }: Pick<Row, "kind">) => {
  const known = messageKind.safeParse(kind);
  return known.success ? messageDefinitions[known.data].secrets : undefined;
};

export const hasSecrets = (message: Pick<Row, "kind">): boolean => secretsOfKind(message) !== undefined;

/** The message with its secrets, such as the address of a link to pay. Only for the vendor's call: nothing stores or logs it. */
export async function withSecrets<M extends Row>(ctx: OrganizationCtx, message: M): Promise<M> {
  const secrets = secretsOfKind(message);
  if (!secrets || !message.about_id) return message;
  return replaced(message, await secrets.valuesOf(ctx, message.about_id));
}

/** The message as the log shows it. */
export function withoutSecrets<M extends Row>(message: M): M {
  const names = secretsOfKind(message)?.names;
  return names ? replaced(message, Object.fromEntries(names.map((name) => [name, "[not shown]"]))) : message;
}

function replaced<M extends Row>(message: M, values: Values): M {
  const fill = (text: string): string =>
    Object.entries(values).reduce((filled, [name, value]) => filled.replaceAll(`{{${name}}}`, () => value), text);
  const { content } = message;
  return {
    ...message,
    ...{ subject: fill(message.subject), body: fill(message.body) },
    content: content && {
      ...content,
      variables: Object.fromEntries(Object.entries(content.variables).map(([key, value]) => [key, fill(value)])),
    },
  };
}
