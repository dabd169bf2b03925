package hostelry.client.remote;

import hostelry.api.Act;
import hostelry.api.Caller;
import hostelry.api.Patch;
import hostelry.api.Problem;
import hostelry.api.Refusal;
import hostelry.api.Tags;
import hostelry.model.Bookmark;
import hostelry.model.Tag;

/** The verbs of tags and bookmarks. */
record RemoteTags(Requests requests, Nouns nouns) implements Tags {
    private static String tag(String id) {
        return "/tags/" + Http.piece(id);
    }

    private static String bookmark(String id) {
        return "/bookmarks/" + Http.piece(id);
    }

    @Override
    public Act<Tag> add(Caller caller, Tag tag) {
        return requests.add(caller, "/tags", tag, Tag.class);
    }

    @Override
    public Act<Tag> update(Caller caller, String tag, Patch<Tag> patch) {
        return requests.update(caller, tag(tag), patch, Tag.class);
    }

    @Override
    public Act<Void> remove(Caller caller, String tag) {
        return requests.remove(caller, tag(tag));
    }

    @Override
    public Act<Void> attach(Caller caller, String tag, String noun, String object) {
        return requests.acts().submit(caller, "POST", tagsOf(noun, object), out -> {
            out.start("tag");
            out.attribute("id", tag);
            out.end();
        });
    }

    @Override
    public Act<Void> detach(Caller caller, String tag, String noun, String object) {
        return requests.remove(caller, tagsOf(noun, object) + "/" + Http.piece(tag));
    }

    private String tagsOf(String noun, String object) {
        if (nouns.named(noun).isEmpty()) {
            throw new Refusal(
                    Problem.badInput("noun", "Nothing of the kind " + noun + " can have a tag.",
                            "VMs, hosts, templates, users and groups can."));
        }
        return "/" + nouns.wire().collection(noun) + "/" + Http.piece(object) + "/tags";
    }

    @Override
    public Act<Bookmark> addBookmark(Caller caller, Bookmark bookmark) {
        return requests.add(caller, "/bookmarks", bookmark, Bookmark.class);
    }

    @Override
    public Act<Bookmark> updateBookmark(Caller caller, String bookmark, Patch<Bookmark> patch) {
        return requests.update(caller, bookmark(bookmark), patch, Bookmark.class);
    }

    @Override
    public Act<Void> removeBookmark(Caller caller, String bookmark) {
        return requests.remove(caller, bookmark(bookmark));
    }
}
