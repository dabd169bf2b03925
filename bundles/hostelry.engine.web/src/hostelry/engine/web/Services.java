package hostelry.engine.web;

import hostelry.api.Access;
import hostelry.api.Catalogue;
import hostelry.api.Changes;
import hostelry.api.DataCenters;
import hostelry.api.Enrolment;
import hostelry.api.Estate;
import hostelry.api.Events;
import hostelry.api.Hosts;
import hostelry.api.ImageTransfers;
import hostelry.api.Jobs;
import hostelry.api.Loads;
import hostelry.api.Networks;
import hostelry.api.Permissions;
import hostelry.api.Search;
import hostelry.api.SerialConsoles;
import hostelry.api.Storage;
import hostelry.api.Tags;
import hostelry.api.Templates;
import hostelry.api.Users;
import hostelry.api.Vms;

/** What stands behind the door. */
record Services(Access access, Estate estate, Catalogue catalogue, Changes changes, DataCenters dataCenters, Hosts hosts, Storage storage,
        Networks networks, Vms vms, Templates templates,
        Jobs jobs, ImageTransfers transfers, Search search, Tags tags, Users users, Permissions permissions, Events events,
        Enrolment enrolment, Loads loads, SerialConsoles serial) {}
