import { testContracts } from "@/tests/support/contract-tests";

testContracts("Staff", "Staff notices");
