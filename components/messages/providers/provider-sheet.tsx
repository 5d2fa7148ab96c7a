"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { channelLabels } from "@/components/messages/notifications/message-labels";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { RadioGroup } from "@/components/ui/forms/radio-group";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { ApiError, api } from "@/lib/client/api";
import { removeProvider, saveProvider } from "@/lib/client/endpoints/messages";
import type { Provider, ProviderChoice } from "./provider";
import { ProviderField } from "./provider-field";

interface ProviderSheetProps {
  organization: string;
  provider: Provider;
  closeHref: string;
}

export type ProviderValues = { vendor: string; fields: Record<string, string> };

/** The fields of the selected vendor. A stored secret stays unless a new one is entered, or a setting would send it to another server. */
export function ProviderSheet({ organization, provider, closeHref }: ProviderSheetProps) {
  const { channel, choices, version, owner } = provider;
  const router = useRouter();
  const toast = useToast();
  const is_own = owner === "organization";
  const form = useForm<ProviderValues>({
    defaultValues: {
      vendor: is_own ? provider.vendor : (choices[0]?.vendor ?? ""),
      fields: is_own ? textsOf(provider.settings) : {},
    },
  });
  const { vendor, fields: typed } = form.watch();
  const choice = choices.find((one) => one.vendor === vendor);
  const stored = is_own && vendor === provider.vendor ? provider.secrets : [];
  // A14: the server deletes the secrets as well.
  const isMoved = choice ? movesSecrets(choice, provider, typed) : false;
  const closeWith = (message: string) => {
    toast.show({ tone: "good", message });
    router.push(closeHref, { scroll: false });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: ({ fields }: ProviderValues) => {
      if (!choice) throw new Error("Choose a provider");
      const typed = choice.fields.flatMap(({ name, is_secret }) => {
        const value = (fields[name] ?? "").trim();
        return value === "" ? [] : [{ name, is_secret, value }];
      });
      return api(
        saveProvider,
        {
          channel,
          vendor: choice.vendor,
          settings: Object.fromEntries(typed.filter((one) => !one.is_secret).map((one) => [one.name, one.value])),
          secrets: Object.fromEntries(typed.filter((one) => one.is_secret).map((one) => [one.name, one.value])),
        },
        { organization, ...(version > 0 && { if_match: version }) },
      );
    },
    onSuccess: () => closeWith(`${choice?.label} saved. Send a test message to verify it`),
    onError: (error) => {
      const rejected = error instanceof ApiError ? error.errors : [];
      const known = rejected.flatMap(({ field, message }) => {
        const name = field.replace(/^(settings|secrets)\./, "");
        return choice?.fields.some((one) => one.name === name) ? [{ name, message }] : [];
      });
      known.forEach(({ name, message }, index) => {
        form.setError(`fields.${name}`, { message }, { shouldFocus: index === 0 });
      });
      if (known.length === 0) form.setError("root", { message: rejected[0]?.message ?? error.message });
    },
  });
  const remove = useMutation({
    mutationFn: () => api(removeProvider, { channel }, { organization, if_match: version }),
    onSuccess: () => closeWith("Provider and credentials removed"),
    onError: (error) => form.setError("root", { message: error.message }),
  });
  return (
    <SheetDialog
      size="md"
      title={`${channelLabels[channel]} provider`}
      closeHref={closeHref}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      footer={
        <>
          {is_own ? (
            <Button variant="danger-quiet" busy={remove.isPending} onClick={() => remove.mutate()}>
              Remove provider
            </Button>
          ) : null}
          <ButtonLink href={closeHref} size="lg" scroll={false} className="ml-auto">
            Cancel
          </ButtonLink>
          <Button type="submit" variant="primary" size="lg" busy={save.isPending}>
            Save
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-5">
        <FormError message={form.formState.errors.root?.message} />
        <RadioGroup
          label="Provider"
          name="vendor"
          options={choices.map(({ vendor: value, label }) => ({ value, label }))}
          inputProps={form.register("vendor")}
        />
        {choice?.fields.map((field) => (
          <ProviderField
            key={`${vendor} ${field.name}`}
            field={field}
            form={form}
            is_stored={stored.includes(field.name) && !isMoved}
            is_outdated={stored.includes(field.name) && isMoved}
          />
        ))}
      </div>
    </SheetDialog>
  );
}

const movesSecrets = ({ fields }: ProviderChoice, { settings }: Provider, typed: Record<string, string>): boolean => {
  const before = textsOf(settings);
  return fields.some(({ name, binds_secrets }) => binds_secrets && (before[name] ?? "") !== (typed[name] ?? "").trim());
};

const textsOf = (settings: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(settings).flatMap(([name, value]) =>
      typeof value === "string" || typeof value === "number" ? [[name, String(value)]] : [],
    ),
  );
