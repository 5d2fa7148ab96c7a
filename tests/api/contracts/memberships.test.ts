import { testContracts } from "@/tests/support/contracts/contract-tests";

testContracts("Plans", "Coupons", "Forecast", "Prices", "Memberships");
