# The module over an org with approval processes: what is locked for a user, and what is approved.
BeforeAll {
    Import-Module $env:SALESFORCEPS_MODULE
    Set-Content "$TestDrive/users.json" '{
        "profiles": [ { "name": "Clerk" } ],
        "users": [ { "username": "clerk@example.com", "password": "a-password", "profile": "Clerk" } ] }'
    $org = Start-SfEmulator -SchemaPath "$PSScriptRoot/../Conformance/approvals" -UsersPath "$TestDrive/users.json"
    $administrator = $org | Connect-Sf -PassThru
    $login = [pscredential]::new('clerk@example.com', (ConvertTo-SecureString 'a-password' -AsPlainText -Force))
    $clerk = Connect-Sf -LoginUrl $org.LoginUrl -Credential $login -PassThru -WarningAction SilentlyContinue
}

AfterAll { Stop-SfEmulator $org }

Describe 'Records in approval' {
    It 'Api<Api>_LockedRecordIsAnErrorOfPermission_AndFreeOnceApproved' -ForEach @(@{ Api = 'Soap' }, @{ Api = 'Rest' }, @{ Api = 'Bulk' }) {
        $account = New-SfRecord Account @{ Name = 'A'; NumberOfEmployees = 20 } -Session $clerk -PassThru
        $approver = (Invoke-SfQuery "SELECT Id FROM User WHERE Username = '$($org.Credential.UserName)'" -Session $administrator).Id
        $request = @{ actionType = 'Submit'; contextId = $account.Id; nextApproverIds = @($approver) }
        $submitted = Invoke-SfApi process/approvals -Method Post -Body @{ requests = @($request) } -Session $clerk
        $submitted.instanceStatus | Should -Be 'Pending'

        Set-SfRecord Account @{ Id = $account.Id; Name = 'B' } -Api $Api -Session $clerk -ErrorVariable bad -ErrorAction SilentlyContinue

        $bad.Count | Should -Be 1
        $bad[0].Exception.ErrorCode, $bad[0].CategoryInfo.Category | Should -Be 'ENTITY_IS_LOCKED', 'PermissionDenied'
        $request = @{ actionType = 'Approve'; contextId = $submitted.newWorkitemIds[0] }
        (Invoke-SfApi process/approvals -Method Post -Body @{ requests = @($request) } -Session $administrator).instanceStatus | Should -Be 'Approved'
        Set-SfRecord Account @{ Id = $account.Id; Name = 'B' } -Api $Api -Session $clerk
        $read = Invoke-SfQuery 'SELECT Name, Rating FROM Account WHERE Id = :Id' -Parameter @{ Id = $account.Id } -Session $clerk
        $read.Name, $read.Rating | Should -Be 'B', 'Hot'
    }
}
