import { PersonCell } from "@/components/gym/person-cell";
import { Badge } from "@/components/ui/data/badge";
import { type Column, DataTable } from "@/components/ui/data/data-table";
import { PhoneRow } from "@/components/ui/forms/phone-row";
import type { RadioOption } from "@/components/ui/forms/radio-group";
import { formatDay, type Place } from "@/lib/client/format";
import { dayAt } from "@/lib/values/calendar-day";
import { roleNames } from "@/lib/values/role-names";
import type { StaffPerson } from "./person";
import { StaffMenu } from "./staff-menu";
import { type WorkPlace, workplaceWords } from "./workplace";

interface StaffTableProps {
  organization: string;
  gym_name: string;
  people: readonly StaffPerson[];
  own_id: string | null;
  place: Place;
  roles: readonly RadioOption[];
  locations: readonly WorkPlace[];
  reaches_all: boolean;
  can_manage: boolean;
  activityHref: (user_id: string) => string | null;
}

export function StaffTable(props: StaffTableProps) {
  const { organization, gym_name, people, own_id, place, roles, locations, reaches_all, can_manage, activityHref } =
    props;
  const names = new Map(locations.map(({ id, name }) => [id, name]));
  const menu = (person: StaffPerson) => (
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
  const day = (instant: string) => formatDay(dayAt(instant, place.time_zone), place);
  const columns: Column<StaffPerson>[] = [
    {
      key: "name",
      header: "Name",
      cell: (person) => <PersonCell name={person.name} detail={person.id === own_id ? "you" : person.title} />,
    },
    { key: "role", header: "Role", cell: (person) => <RoleBadge person={person} /> },
    { key: "email", header: "Email", className: "max-lg:hidden", cell: ({ email }) => email },
    { key: "where", header: "Works at", cell: ({ location_ids }) => workplaceWords(location_ids, names) },
    {
      key: "since",
      header: "In the team",
      className: "max-xl:hidden",
      cell: ({ joined_at, ended_at }) => (ended_at ? `left ${day(ended_at)}` : `since ${day(joined_at)}`),
    },
    { key: "menu", header: <span className="sr-only">Actions</span>, align: "end", className: "w-12", cell: menu },
  ];
  return (
    <DataTable
      label="Team"
      edge
      columns={columns}
      rows={people}
      rowKey={({ id }) => id}
      phone={(person) => (
        <>
          <PhoneRow
            title={person.name}
            subtitle={workplaceWords(person.location_ids, names)}
            status={<RoleBadge person={person} />}
          />
          {menu(person)}
        </>
      )}
    />
  );
}

function RoleBadge({ person }: { person: StaffPerson }) {
  return <Badge tone={person.ended_at ? "mute" : "plain"}>{person.ended_at ? "Left" : roleNames[person.role]}</Badge>;
}
