-- What was written about a person can be erased on request; that something was decided, or booked, cannot.
GRANT UPDATE (note) ON time_off_ledger, time_off_decisions TO muster_app;
