"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useForm } from "react-hook-form";
import { Button, ButtonLink } from "@/components/ui/controls/button";
import { FormError } from "@/components/ui/forms/form-error";
import { showFormErrors } from "@/components/ui/forms/show-form-errors";
import { SheetDialog } from "@/components/ui/overlays/sheet-dialog";
import { useToast } from "@/components/ui/overlays/toast";
import { api } from "@/lib/client/api";
import {
  archiveLegalEntity,
  createLegalEntity,
  putEntityLocations,
  updateLegalEntity,
} from "@/lib/client/endpoints/billing-settings";
import type { LegalEntity } from "./entity";
import { EntityFields } from "./entity-fields";
import { type EntityValues, fieldNames, inputOf, valuesOf } from "./entity-values";

interface EntitySheetProps {
  organization: string;
  /** Null for a new legal entity. */
  entity: LegalEntity | null;
  country: string;
  countries: readonly { value: string; label: string }[];
  locations: readonly { id: string; name: string }[];
  closeHref: string;
  currency: string;
  locale: string;
}

export function EntitySheet(props: EntitySheetProps) {
  const { organization, entity, country, countries, locations, closeHref, currency, locale } = props;
  const router = useRouter();
  const toast = useToast();
  const form = useForm<EntityValues>({ defaultValues: valuesOf(entity, country) });
  const closeWith = (message: string) => {
    toast.show({ tone: "good", message });
    router.push(closeHref, { scroll: false });
    router.refresh();
  };
  const save = useMutation({
    mutationFn: async (values: EntityValues) => {
      const input = inputOf(values);
      const saved = entity
        ? await api(updateLegalEntity, { id: entity.id, ...input }, { organization, if_match: entity.version })
        : await api(createLegalEntity, input, { organization });
      // The default one also sells for the locations without one, so its list says nothing that could be assigned.
      if (saved.is_default) return saved;
      const location_ids = values.location_ids || [];
      const isSame = location_ids.toSorted().join() === saved.location_ids.toSorted().join();
      return isSame ? saved : api(putEntityLocations, { id: saved.id, location_ids }, { organization });
    },
    onSuccess: ({ legal_name }) => closeWith(`${legal_name} was saved`),
    onError: (error) => showFormErrors(error, form.setError, fieldNames),
  });
  const act = useMutation({
    mutationFn: (action: "archive" | "default") => {
      const id = entity?.id ?? "";
      return action === "archive"
        ? api(archiveLegalEntity, { id }, { organization })
        : api(updateLegalEntity, { id, is_default: true }, { organization });
    },
    onSuccess: ({ legal_name, is_default }) =>
      closeWith(is_default ? `${legal_name} is the default now` : `${legal_name} was archived`),
    onError: (error) => form.setError("root", { message: error.message }),
  });
  return (
    <SheetDialog
      size="md"
      title={entity ? entity.legal_name : "New legal entity"}
      closeHref={closeHref}
      onSubmit={form.handleSubmit((values) => save.mutate(values))}
      footer={
        <>
          {entity && !entity.archived_at && !entity.is_default ? (
            <>
              <Button variant="danger-quiet" busy={act.isPending} onClick={() => act.mutate("archive")}>
                Archive
              </Button>
              <Button variant="quiet" busy={act.isPending} onClick={() => act.mutate("default")}>
                Make it the default
              </Button>
            </>
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
        <EntityFields
          form={form}
          countries={countries}
          locations={entity?.is_default ? [] : locations}
          currency={currency}
          locale={locale}
        />
      </div>
    </SheetDialog>
  );
}
