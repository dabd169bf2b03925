package hostelry.api;

import hostelry.model.Bookmark;
import hostelry.model.Tag;

/** The verbs of words to find things by: tags, and searches under a name. Source: contract, part 2 ({@code tags}, {@code bookmarks}). */
public interface Tags {
    /** Names are unique among tags. */
    Act<Tag> add(Caller caller, Tag tag);

    /** Renames or moves it; refused under one of its own children. */
    Act<Tag> update(Caller caller, String tag, Patch<Tag> patch);

    /** Forgets it and its children, and takes them off everything. */
    Act<Void> remove(Caller caller, String tag);

    /** Puts a tag on a VM, host, template, user or group; fine where it is there already. */
    Act<Void> attach(Caller caller, String tag, String noun, String object);

    Act<Void> detach(Caller caller, String tag, String noun, String object);

    /** Names are unique among bookmarks; the search must be one that can be understood. */
    Act<Bookmark> addBookmark(Caller caller, Bookmark bookmark);

    Act<Bookmark> updateBookmark(Caller caller, String bookmark, Patch<Bookmark> patch);

    Act<Void> removeBookmark(Caller caller, String bookmark);
}
