BeforeAll {
    . "$PSScriptRoot/TestOrg.ps1"
    $org = Start-TestOrg
    # What Write-Progress was told by a script.
    function Get-Progress([scriptblock] $Script, [hashtable] $Variables = @{}) {
        $shell = New-Shell $Script $Variables
        try {
            $null = $shell.AddCommand('Out-Null').Invoke()
            $shell.Streams.Progress.ReadAll() | Where-Object Activity -NotLike 'Preparing*'
        }
        finally {
            $shell.Dispose()
        }
    }
}

AfterAll { Stop-SfEmulator $org }

Describe 'Progress of writes' {
    BeforeEach { Reset-TestOrg; $org | Connect-Sf }

    It 'Requests_TellRowsSentWrittenAndRefused' {
        Set-OrgFault @{ match = 'create'; delayMs = 400; count = 1 }

        $told = Get-Progress { 1..20 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Soap }

        $told.StatusDescription -match '^20 sent, \d+ written, 0 refused$' | Should -Not -BeNullOrEmpty
        $told[0].Activity | Should -Be 'Insert of Account records'
        $told[-1].RecordType | Should -Be Completed
    }

    It 'Jobs_TellRowsSentProcessedAndRefused' {
        Set-OrgFault @{ match = "GET /services/data/v$((Get-SfSession).ApiVersion)/jobs/ingest/"; delayMs = 400; count = 1 }

        $told = Get-Progress { 1..20 | ForEach-Object { @{ Name = "A$_" } } | New-SfRecord Account -Api Bulk }

        $told.StatusDescription -match '^20 sent in 1 jobs: \d+ processed, \d+ refused; \d+ results$' | Should -Not -BeNullOrEmpty
        $told[-1].RecordType | Should -Be Completed
    }
}

Describe 'Progress of files' {
    BeforeEach { Reset-TestOrg; $org | Connect-Sf }

    It 'Uploads_TellTheBytes' {
        Set-OrgFault @{ match = '/sobjects/ContentVersion'; delayMs = 400; count = 1 }

        $told = Get-Progress {
            1..2 | ForEach-Object { [pscustomobject]@{ Name = "$_.bin"; Content = [byte[]]::new(2000000) } } | Add-SfAttachment -ThrottleLimit 1 -Session $session
        } @{ session = Get-SfSession }

        $told.StatusDescription -match '^\d+[.,]\d of [24][.,]0 MB$' | Should -Not -BeNullOrEmpty
        $told[0].Activity | Should -Be 'Upload of files'
        $told[-1].RecordType | Should -Be Completed
    }
}
