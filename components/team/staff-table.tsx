import { PersonCell } from "@/components/gym/person-cell";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import type { RadioOption } from "@/components/ui/forms/radio-group";
import { formatDay, type LocaleContext } from "@/lib/client/format";
import { dayAt } from "@/lib/values/calendar-day";
import { roleNames } from "@/lib/values/role-names";
import { type StaffLocation, staffLocationsText } from "./staff-location";
import type { StaffMember } from "./staff-member";
import { StaffMenu } from "./staff-menu";

interface StaffTableProps {
  organization: string;
  gym_name: string;
  people: readonly StaffMember[];
  own_id: string | null;
  localeContext: LocaleContext;
  roles: readonly RadioOption[];
  locations: readonly StaffLocation[];
  reaches_all: boolean;
  can_manage: boolean;
  activityHref: (user_id: string) => string | null;
}

export function StaffTable(props: StaffTableProps) {
  const {
    organization,
    gym_name,
    people,
    own_id,
    localeContext,
    roles,
    locations,
    reaches_all,
    can_manage,
    activityHref,
  } = props;
  const names = new Map(locations.map(({ id, name }) => [id, name]));
  const menu = (person: StaffMember) => (
    <StaffMenu
      organization={organization}
      gym_name={gym_name}
      person={person}
      roles={roles}
      locations={locations}
      reaches_all={reaches_all}
      activityHref={activityHref(person.user_id)}
      can_change={
        can_manage && person.id !== own_id && !person.ended_at && roles.some(({ value }) => value === person.role)
      }
    />
  );
  const day = (instant: string) => formatDay(dayAt(instant, localeContext.time_zone), localeContext);
  const columns: Column<StaffMember>[] = [
    {
      key: "name",
      header: "Name",
      cell: (person) => <PersonCell name={person.name} detail={person.id === own_id ? "you" : person.title} />,
    },
    { key: "role", header: "Role", cell: (person) => <RoleBadge person={person} /> },
    { key: "email", header: "E-mail", className: "max-lg:hidden", cell: ({ email }) => email },
    { key: "where", header: "Locations", cell: ({ location_ids }) => staffLocationsText(location_ids, names) },
    {
      key: "since",
      header: "Joined",
      className: "max-xl:hidden",
      cell: ({ joined_at, ended_at }) => (ended_at ? `left ${day(ended_at)}` : day(joined_at)),
    },
    { key: "menu", header: <span className="sr-only">Actions</span>, align: "end", className: "w-12", cell: menu },
  ];
  return (
    <DataTable
      label="Staff"
      edge
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      phone={(person) => (
        <>
          <PhoneRow
            title={person.name}
            subtitle={staffLocationsText(person.location_ids, names)}
            status={<RoleBadge person={person} />}
          />
          {menu(person)}
        </>
      )}
    />
  );
}

function RoleBadge({ person }: { person: StaffMember }) {
  return <Badge tone={person.ended_at ? "mute" : "plain"}>{person.ended_at ? "Former" : roleNames[person.role]}</Badge>;
}
