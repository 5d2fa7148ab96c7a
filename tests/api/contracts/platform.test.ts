import { testContracts } from "@/tests/support/contract-tests";

testContracts("Organizations", "Locations", "Support access", "Jobs", "Schedules");
