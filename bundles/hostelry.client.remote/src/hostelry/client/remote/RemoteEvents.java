package hostelry.client.remote;

import hostelry.api.Caller;
import hostelry.model.Event;
import hostelry.wire.Decor;

/** What can be done to events. */
record RemoteEvents(Http http, Nouns nouns) implements hostelry.api.Events {
    @Override
    public Event add(Caller caller, Event described) {
        return nouns.read(http.call(caller, "POST", "/events", out -> nouns.wire().write(out, described, Decor.BARE, true)), Event.class);
    }

    @Override
    public void remove(Caller caller, String event) {
        http.call(caller, "DELETE", "/events/" + Http.piece(event), null);
    }
}
